using System.Globalization;
using KnowledgeBase.Corpus.Registry;

namespace KnowledgeBase.Corpus;

/// <summary>A query whose answers are known: an index that does not give them is not published.</summary>
/// <param name="Query">As typed.</param>
/// <param name="Finds">Ids of statements that must be among its answers, on whatever page.</param>
/// <param name="AtLeast">How many statements it must find.</param>
/// <param name="Line">1-based line of the entry in its file.</param>
public sealed record GoldenQuery(string Query, IReadOnlyList<string> Finds, int AtLeast, int Line);

/// <summary>Reads <c>golden-queries.yaml</c> of a corpus.</summary>
public static class GoldenQueries
{
    /// <summary>The file's name inside the corpus folder.</summary>
    public const string FileName = "golden-queries.yaml";

    /// <summary>The queries; none where the file is missing or empty.</summary>
    /// <param name="corpus">The corpus folder.</param>
    /// <param name="diagnostics">Receives the mistakes found; an entry with one is left out.</param>
    internal static IReadOnlyList<GoldenQuery> Read(string corpus, ICollection<Diagnostic> diagnostics)
    {
        var queries = new List<GoldenQuery>();
        foreach (var record in YamlFile.ReadList(Path.Combine(corpus, FileName), FileName, diagnostics).Records)
        {
            var (query, finds, atLeast) = (record.Required("query"), record.List("finds"), AtLeast(record));
            record.Finish();
            if (finds.Count == 0 && atLeast == 0)
                record.Error("query", "the entry expects nothing: it takes \"finds\", \"atLeast\" or both");
            else if (query.Length > 0 && atLeast is { } number)
                queries.Add(new GoldenQuery(query, finds, number, record.Line));
        }

        return queries;
    }

    // 0 where nothing is said, null where it is no number.
    private static int? AtLeast(YamlRecord record)
    {
        if (record.Text("atLeast") is not { } text)
            return 0;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            return number;
        record.Error("atLeast", $"\"atLeast\" cannot be \"{text}\": it takes a number from 1 on");
        return null;
    }
}
