using System.Text.Json;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Benchmarks.Synthetic;

/// <summary>What a query of the measure is made of.</summary>
internal enum QueryKind
{
    /// <summary>One word of a text.</summary>
    Word,

    /// <summary>Two words of one text.</summary>
    TwoWords,

    /// <summary>Two words in a row, as a phrase.</summary>
    Phrase,

    /// <summary>Four to six characters that begin and end anywhere, as a phrase.</summary>
    Substring,

    /// <summary>One word, with a value chosen in a facet.</summary>
    Filtered,
}

/// <summary>A query that every engine is asked.</summary>
/// <param name="Kind">What it is made of.</param>
/// <param name="Words">What a statement must have, each as it stands.</param>
/// <param name="Facet">The facet in which a value is chosen, or null.</param>
/// <param name="Value">The name of that value.</param>
internal sealed record SyntheticQuery(QueryKind Kind, IReadOnlyList<string> Words, string? Facet = null, string? Value = null)
{
    private const int Count = 400;
    private const int Seed = 4;

    /// <summary>Makes the queries from texts of the corpus, so that each finds something, and writes them to a file.</summary>
    public static void Write(string corpus, string file, int statements)
    {
        var random = new Random(Seed);
        var chosen = Enumerable.Range(0, Math.Min(statements, Count)).Select(_ => random.Next(statements)).ToHashSet();
        var texts = SyntheticStatement.Read(corpus).Where((_, i) => chosen.Contains(i)).ToList();
        var queries = Enumerable.Range(0, Count).Select(i => Of((QueryKind)(i % 5), texts[random.Next(texts.Count)], random));
        File.WriteAllText(file, JsonSerializer.Serialize(queries));
    }

    /// <summary>Reads the queries of a file.</summary>
    public static IReadOnlyList<SyntheticQuery> Read(string file) => JsonSerializer.Deserialize<List<SyntheticQuery>>(File.ReadAllText(file))!;

    private static SyntheticQuery Of(QueryKind kind, SyntheticStatement statement, Random random)
    {
        var text = statement.Text;
        var words = WordAnalysis.Dictionaries.Words(text).Where(word => word.Length > 1).ToList();
        var at = random.Next(words.Count - 1);
        if (kind == QueryKind.Substring)
            return new SyntheticQuery(kind, [Slice(text, random)]);
        if (kind == QueryKind.Phrase)
            return new SyntheticQuery(kind, [text[words[at].Start..Math.Min(words[at].Start + 6, Boundary(text, words[at].Start))]]);
        if (kind == QueryKind.TwoWords)
            return new SyntheticQuery(kind, [words[at].Of(text), words[random.Next(words.Count)].Of(text)]);
        if (kind == QueryKind.Word)
            return new SyntheticQuery(kind, [words[at].Of(text)]);
        var facet = SyntheticStatement.Facets[random.Next(SyntheticStatement.Facets.Count)];
        return statement.ValuesOf(facet) is { Count: > 0 } values ? new SyntheticQuery(kind, [words[at].Of(text)], facet, values[0]) : new SyntheticQuery(kind, [words[at].Of(text)], "speaker", statement.Speaker);
    }

    private static string Slice(string text, Random random)
    {
        while (true)
        {
            var start = random.Next(text.Length - 6);
            var end = start + random.Next(4, 7);
            if (Boundary(text, start) >= end)
                return text[start..end];
        }
    }

    private static int Boundary(string text, int start) => text.AsSpan(start).IndexOfAny('，', '。') is >= 0 and var length ? start + length : text.Length;
}
