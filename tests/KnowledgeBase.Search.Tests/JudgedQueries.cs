using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>
/// Queries over the first report whose answers people judged (Data/judged-queries.json: grade 2 squarely relevant, 1
/// partly), and how well a search ranks them.
/// </summary>
internal sealed class JudgedQueries
{
    private const int Depth = 10;
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    private readonly Dictionary<string, string> _unitOfStatement;

    private JudgedQueries(IReadOnlyList<JudgedQuery> queries, Dictionary<string, string> unitOfStatement)
    {
        Queries = queries;
        _unitOfStatement = unitOfStatement;
    }

    /// <summary>The queries, by type as the file has them.</summary>
    public IReadOnlyList<JudgedQuery> Queries { get; }

    /// <summary>Reads the judgements in a folder and finds the statements that they speak of.</summary>
    public static JudgedQueries Load(string folder, IEnumerable<Statement> statements)
    {
        var all = statements.ToList();
        var units = Read<JudgedUnit>(Path.Combine(folder, "judged-units.json"))
            .ToDictionary(unit => all.Single(unit.Means).Id, unit => unit.Id, StringComparer.Ordinal);
        return new JudgedQueries(Read<JudgedQuery>(Path.Combine(folder, "judged-queries.json")), units);
    }

    /// <summary>How well the answers to a query are ranked.</summary>
    public Judgement Judge(JudgedQuery query, StatementSearcher searcher)
    {
        var result = searcher.Search(new SearchQuery { Text = query.Query, Size = Depth });
        var found = result.Items.Select(hit => _unitOfStatement[hit.Statement.Read().Id]).ToList();
        var ideal = DiscountedGain(query.Relevant.Values.OrderDescending().Take(Depth));
        var gain = DiscountedGain(found.Select(unit => query.Relevant.GetValueOrDefault(unit)));
        return new Judgement(query, found, result.Total, ideal == 0 ? null : gain / ideal, query.MustFirst is null || found.FirstOrDefault() == query.MustFirst);
    }

    // Järvelin and Kekäläinen (2002), with gains of 2^grade - 1.
    private static double DiscountedGain(IEnumerable<int> grades) => grades.Select((grade, rank) => (Math.Pow(2, grade) - 1) / Math.Log2(rank + 2)).Sum();

    private static List<T> Read<T>(string path) => JsonSerializer.Deserialize<List<T>>(File.ReadAllText(path), SnakeCase)!;

    private sealed record JudgedUnit(string Id, string Kind, string? Panel, string? Section, string StartsWith)
    {
        public bool Means(Statement statement) =>
            CorpusJson.NameOf(statement.Kind) == Kind && statement.Text.StartsWith(StartsWith, StringComparison.Ordinal)
            && (Panel is null || WithoutSpace(Panel) == WithoutSpace(statement.Panel?.Name))
            && (Section is null || statement.Section[^1].Contains(Section, StringComparison.Ordinal));

        private static string? WithoutSpace(string? text) => text?.Replace(" ", "", StringComparison.Ordinal);
    }
}

/// <summary>A query and what answers it.</summary>
/// <param name="Id">Identifier in the file.</param>
/// <param name="Query">As typed.</param>
/// <param name="Type">Keyword, question, person, typing error, …</param>
/// <param name="Relevant">The grade of each unit that answers it.</param>
/// <param name="MustFirst">The unit that must stand first, or null.</param>
internal sealed record JudgedQuery(string Id, string Query, string Type, IReadOnlyDictionary<string, int> Relevant, string? MustFirst);

/// <summary>How well a query's answers are ranked.</summary>
/// <param name="Query">The query.</param>
/// <param name="Found">The units of the first page, best first.</param>
/// <param name="Total">How many statements it found.</param>
/// <param name="Ndcg">nDCG@10; null where nothing is relevant.</param>
/// <param name="IsFirstRight">Whether the unit that must stand first does.</param>
internal sealed record Judgement(JudgedQuery Query, IReadOnlyList<string> Found, int Total, double? Ndcg, bool IsFirstRight);
