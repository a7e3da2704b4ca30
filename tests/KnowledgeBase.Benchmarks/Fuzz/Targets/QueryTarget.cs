using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search;
using KnowledgeBase.Search.Queries;
using KnowledgeBase.Tests;

namespace KnowledgeBase.Fuzz.Targets;

/// <summary>
/// Queries, read strictly and searched leniently over the first report: mistakes lie inside the query, highlights inside the text.
/// A query with mistakes counts as refused, for that is what strict reading does.
/// </summary>
internal sealed class QueryTarget : TextTarget
{
    private static readonly string[] Facets = ["theme", "speaker", "institution", "panel"];

    private static readonly string[] Tokens =
    [
        " OR ", " AND ", " NOT ", " -", "\"", "“", "”", "「", "」", "(", ")", "（", "）", "~", "~5", "～5", "~101", ":", "：", "speaker:", "institution:", "panel:", "theme:", "kind:", "report:", "speaker:薛澜", "kind:outcome", "theme:explainability",
        "*", "?", "\\", "+", "^2", "[a TO b]", "/a.*/", "xuelan", "yuanyuzhou", "metaverse", "explanability", "元宙宇", "可解释", "数位落差", "人工智能", "谁", "什么", "1", "2021年",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("kb-fuzz-").FullName;
    private readonly Generation _generation;
    private readonly StatementSearcher _searcher;

    public QueryTarget()
        : base([.. HostileText.All(), .. SeedFiles.Queries()], [.. Tokens, .. HostileText.Marks])
    {
        var index = new StatementIndex(_folder);
        index.Build(CorpusReader.Read(Repository.Corpus));
        _generation = index.Open()!;
        _searcher = new StatementSearcher(_generation);
    }

    /// <inheritdoc/>
    public override string Name => "query";

    /// <inheritdoc/>
    protected override bool Feed(string text)
    {
        var points = new CodePointIndex(text).Count;
        var mistakes = QuerySyntax.Read(text).Mistakes;
        foreach (var mistake in mistakes)
            Must(mistake.Column >= 1 && mistake.Column <= points + 1 && mistake.Message.Length > 0, $"a mistake in column {mistake.Column} of {points}");
        var (query, errors) = SearchParameters.Read(
            [new("q", text), new("syntax", "strict"), new("expand", text.Length % 3 == 0 ? "off" : "on"), .. Facets.Select(facet => KeyValuePair.Create("facet", facet))], _generation.Names);
        Must(errors.Count == mistakes.Count, "strict reading and search disagree");
        // Each of them is a request of its own.
        if (text.Length % 8 == 0)
            _searcher.Explain(query with { Size = 3 });
        else if (text.Length % 8 == 1)
            _searcher.Suggest(query);
        else
            Search(query);
        return mistakes.Count == 0;
    }

    private void Search(SearchQuery query)
    {
        var result = _searcher.Search(query);
        Must(result.Total >= result.Items.Count && (result.Next is not null) == (result.Total > result.Items.Count), $"{result.Items.Count} of {result.Total}");
        foreach (var hit in result.Items)
        {
            var length = new CodePointIndex(hit.Statement.Read().Text).Count;
            Must(hit.Snippet.Start >= 0 && hit.Snippet.Start < hit.Snippet.End && hit.Snippet.End <= length, $"a snippet at {hit.Snippet.Start}–{hit.Snippet.End} of {length}");
            var end = 0;
            foreach (var range in hit.Highlights)
            {
                Must(range.Start >= end && range.Start < range.End && range.End <= length, $"a highlight at {range.Start}–{range.End} of {length} behind {end}");
                end = range.End;
            }
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _generation.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
