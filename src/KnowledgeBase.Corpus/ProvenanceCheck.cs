using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus;

/// <summary>Checks that a statement's words are the source's, character by character.</summary>
public static class ProvenanceCheck
{
    /// <summary>What differs first, or null where the slices of the source are the text.</summary>
    /// <param name="statement">The statement; one without provenance (imported) has nothing to differ from.</param>
    /// <param name="source">The decoded source, line ends LF.</param>
    public static string? FirstDifference(Statement statement, string source) => FirstDifference(statement, source, new CodePointIndex(source));

    /// <summary>The same for one of many statements of a source, whose code points were counted once.</summary>
    public static string? FirstDifference(Statement statement, string source, CodePointIndex points)
    {
        if (statement.Source is not { } provenance)
            return null;

        foreach (var range in provenance.Ranges)
        {
            if (!IsInside(range, points))
                return $"range {range.Start}–{range.End} lies outside the source of {points.Count} characters";
        }

        var sliced = string.Concat(Slices(provenance, source, points));
        if (sliced == statement.Text)
            return null;
        var at = statement.Text.AsSpan().CommonPrefixLength(sliced);
        return $"the text differs from the source at character {at}: \"{Around(statement.Text, at)}\" against \"{Around(sliced, at)}\"";
    }

    /// <summary>The words that a source has at a statement's ranges; "" for a range that lies outside of it.</summary>
    /// <param name="provenance">The ranges, in code points.</param>
    /// <param name="source">The decoded source, line ends LF.</param>
    public static IReadOnlyList<string> Slices(Provenance provenance, string source) => Slices(provenance, source, new CodePointIndex(source));

    private static IReadOnlyList<string> Slices(Provenance provenance, string source, CodePointIndex points) =>
        [.. provenance.Ranges.Select(range => IsInside(range, points) ? source[points.ToUnit(range.Start)..points.ToUnit(range.End)] : "")];

    private static bool IsInside(CodePointRange range, CodePointIndex points) => range.Start >= 0 && range.Start < range.End && range.End <= points.Count;

    private static string Around(string text, int at) => text[Math.Max(0, at - 5)..Math.Min(text.Length, at + 5)];
}
