using System.Text;
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

        var slices = new StringBuilder();
        foreach (var range in provenance.Ranges)
        {
            if (range.Start < 0 || range.End > points.Count || range.Start >= range.End)
                return $"range {range.Start}–{range.End} lies outside the source of {points.Count} characters";
            slices.Append(source, points.ToUnit(range.Start), points.ToUnit(range.End) - points.ToUnit(range.Start));
        }

        var sliced = slices.ToString();
        if (sliced == statement.Text)
            return null;
        var at = statement.Text.AsSpan().CommonPrefixLength(sliced);
        return $"the text differs from the source at character {at}: \"{Around(statement.Text, at)}\" against \"{Around(sliced, at)}\"";
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 5)..Math.Min(text.Length, at + 5)];
}
