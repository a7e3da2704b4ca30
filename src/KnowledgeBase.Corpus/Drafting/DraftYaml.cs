using System.Globalization;
using System.Text;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Drafting;

/// <summary>Writes drafts of <c>report.yaml</c>.</summary>
public static class DraftYaml
{
    private const int LongestQuote = 90;

    /// <summary>
    /// The file's text: over each value a comment with the line that gives it, or that the file states it besides its text; a key for which nothing was found is
    /// commented out.
    /// </summary>
    public static string Of(DescriptionDraft draft)
    {
        var yaml = new StringBuilder("# Drafted by kb init from the report's own words: check each value against what is quoted above it.\n");
        Write(yaml, "title", draft.Title);
        Write(yaml, "date", draft.Date);
        Write(yaml, "publisher", draft.Publisher);
        Write(yaml, "place", draft.Place);
        Write(yaml, "url", draft.Url);
        return yaml.ToString();
    }

    private static void Write(StringBuilder yaml, string key, FoundValue? found)
    {
        if (found is null)
            yaml.Append(CultureInfo.InvariantCulture, $"# nothing in the text says it\n# {key}:\n");
        else
            yaml.Append(CultureInfo.InvariantCulture, $"# {(found.Line > 0 ? $"line {found.Line}" : "stated by the file, not in its text")}: {Plain(Around(found))}\n{key}: {(key == "date" ? found.Value : $"\"{Quoted(found.Value)}\"")}\n");
    }

    // Of a long line, the words around the value.
    private static string Around(FoundValue found)
    {
        var start = Math.Max(0, found.Quote.IndexOf(found.Value, StringComparison.Ordinal) - (LongestQuote / 3));
        while (start > 0 && char.IsLowSurrogate(found.Quote[start]))
            start--;
        return (start > 0 ? "…" : "") + Excerpt.Of(found.Quote[start..], LongestQuote);
    }

    private static string Quoted(string value) => Plain(value).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    // What YAML does not allow in a file, or takes for the end of a line, is no part of a title.
    private static string Plain(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned
        || rune.Value is 0xFFFD or 0xFEFF ? " " : rune.ToString())).Trim();
}
