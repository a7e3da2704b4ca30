namespace KnowledgeBase.Corpus.Reading;

/// <summary>Which characters of plain words <see cref="MarkdownReader"/> would take for markup.</summary>
internal static class MarkdownEscapes
{
    /// <summary>Whether the character of a line needs a backslash before it.</summary>
    public static bool Needs(ReadOnlySpan<char> line, int at)
    {
        var next = at + 1 < line.Length ? line[at + 1] : '\0';
        return line[at] switch
        {
            '*' or '`' or '\\' => true,
            '_' => !(at > 0 && char.IsLetterOrDigit(line[at - 1]) && char.IsLetterOrDigit(next)),
            '<' => char.IsAsciiLetter(next) || next is '/' or '!',
            '>' => at == 0 || line.Contains('<'),
            '[' or ']' => line.Contains("](", StringComparison.Ordinal),
            '&' => line[at..].StartsWith("&nbsp;", StringComparison.Ordinal) || line[at..].StartsWith("&emsp;", StringComparison.Ordinal) || line[at..].StartsWith("&ensp;", StringComparison.Ordinal),
            '#' or '|' or '=' or '~' => at == 0,
            // A rule: "---". "- " before words is an item's mark, and read as one.
            '-' => at == 0 && !line.ContainsAnyExcept('-', ' '),
            _ => false,
        };
    }
}
