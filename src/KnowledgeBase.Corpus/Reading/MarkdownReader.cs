using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Reading;

/// <summary>
/// Reads Markdown, line by line, into blocks that know their characters in the source. It is our own, and lenient,
/// because no word may be lost or moved: CommonMark swallows "[主持人]: 大家好" as a link definition, makes a heading of
/// a paragraph over a rule, and code of an indented one. Any text reads.
/// </summary>
internal static class MarkdownReader
{
    private static readonly char[] Blank = [' ', '\t', '\u3000', '\u00A0', '\uFEFF', '\u200B'];

    /// <summary>The blocks of the source in order. Blank lines are told by <see cref="Block.FollowsBlank"/> only.</summary>
    public static IReadOnlyList<Block> Read(SourceText source)
    {
        var blocks = new List<Block>();
        var text = source.Text;
        var followsBlank = true;
        var inComment = false;
        var front = FrontMatterEnd(text);
        for (var start = 0; start < text.Length;)
        {
            var isFront = start < front;
            var end = text.IndexOf('\n', start) is >= 0 and var newLine ? newLine : text.Length;
            var line = Trim(text, new TextSpan(start, end));
            start = end + 1;
            if (line.IsEmpty)
            {
                followsBlank = true;
                continue;
            }

            var block = isFront ? MarkupBlock(line) : IsComment(text, line, ref inComment) ? MarkupBlock(line) : ReadLine(text, line);
            blocks.Add(block with { FollowsBlank = followsBlank });
            followsBlank = block.Kind is BlockKind.Heading or BlockKind.Markup;
        }

        return blocks;
    }

    private static Block ReadLine(string text, TextSpan line)
    {
        if (HeadingLevel(text, line) is > 0 and var level)
            return Words(text, line, new TextSpan(line.Start + level, EndOfHeading(text, line))) with { Kind = BlockKind.Heading, Level = level };
        if (IsRule(line.Of(text)))
            return MarkupBlock(line);
        if (text[line.Start] == '|')
            return TableRow(text, line);

        var content = AfterMarkers(text, line);
        var words = Words(text, line, content);
        return words with { IsItem = content.Start > line.Start, Kind = words.Text.Text.Length == 0 ? BlockKind.Markup : BlockKind.Line };
    }

    private static Block Words(string text, TextSpan line, TextSpan content)
    {
        var (words, bold) = InlineMarkup.Read(text, Trim(text, content));
        var inside = Trim(words.Text, new TextSpan(0, words.Text.Length));
        if (inside.Length < words.Text.Length)
        {
            words = words.Slice(inside);
            bold = [.. bold.Select(b => new TextSpan(Math.Max(b.Start, inside.Start), Math.Min(b.End, inside.End)).Shift(-inside.Start)).Where(b => !b.IsEmpty)];
        }

        return new Block { Kind = BlockKind.Line, Text = words, Span = line, Bold = bold };
    }

    private static Block MarkupBlock(TextSpan line) => new() { Kind = BlockKind.Markup, Text = MappedText.Empty, Span = line };

    // "## 一、论坛介绍", and "##一、论坛介绍" as many write it; but "#人工智能# 大会" is a topic mark.
    private static int HeadingLevel(string text, TextSpan line)
    {
        var level = 0;
        while (level < line.Length && text[line.Start + level] == '#')
            level++;
        if (level is 0 or > 6 || level == line.Length)
            return 0;
        return level > 1 || char.IsWhiteSpace(text[line.Start + 1]) || text.IndexOf('#', line.Start + 1, line.Length - 1) < 0 ? level : 0;
    }

    private static int EndOfHeading(string text, TextSpan line)
    {
        var end = line.End;
        while (text[end - 1] == '#')
            end--;
        return end < line.End && char.IsWhiteSpace(text[end - 1]) ? end : line.End;
    }

    // ---, ***, ___, ===, also spaced; ``` fences; table rulers.
    private static bool IsRule(string line)
    {
        if (line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal))
            return true;
        var mark = line[0];
        return mark is '-' or '*' or '_' or '=' && line.Length >= 3 && line.All(c => c == mark || c == ' ');
    }

    private static Block TableRow(string text, TextSpan line)
    {
        var cells = new List<TextSpan>();
        var parts = new List<MappedText>();
        var length = 0;
        for (var start = line.Start + 1; start < line.End;)
        {
            var end = text.IndexOf('|', start, line.End - start) is >= 0 and var bar ? bar : line.End;
            var cell = Words(text, line, new TextSpan(start, end)).Text;
            cells.Add(new TextSpan(length, length + cell.Text.Length));
            length += cell.Text.Length;
            parts.Add(cell);
            start = end + 1;
        }

        var words = MappedText.Concat(parts);
        var isRuler = words.Text.All(c => c is '-' or ':' or ' ' or '=');
        return isRuler ? MarkupBlock(line) : new Block { Kind = BlockKind.TableRow, Text = words, Span = line, Cells = cells };
    }

    // "- ", "* ", "+ ", "• ", "> " go; "1. " stays, for numbers are words of the text.
    private static TextSpan AfterMarkers(string text, TextSpan line)
    {
        var start = line.Start;
        while (start < line.End)
        {
            var isQuote = text[start] == '>';
            var isBullet = text[start] is '-' or '*' or '+' && start + 1 < line.End && text[start + 1] is ' ' or '\t';
            if (!isQuote && !isBullet && text[start] is not ('•' or '●' or '■' or '▪' or '◆'))
                break;
            start = Trim(text, new TextSpan(start + 1, line.End)).Start;
        }

        return new TextSpan(start, line.End);
    }

    private static bool IsComment(string text, TextSpan line, ref bool inComment)
    {
        var opens = text.AsSpan(line.Start, line.Length).StartsWith("<!--", StringComparison.Ordinal);
        if (!inComment && !opens)
            return false;
        inComment = text.IndexOf("-->", line.Start, line.Length, StringComparison.Ordinal) is var close && close < 0;
        return true;
    }

    // "---", lines "key: value", "---" at the very start: facts about the file, not its text.
    private static int FrontMatterEnd(string text)
    {
        if (!text.StartsWith("---\n", StringComparison.Ordinal))
            return 0;
        var end = text.IndexOf("\n---\n", 3, Math.Min(4000, text.Length - 3), StringComparison.Ordinal);
        var lines = end < 0 ? [] : text[4..(end + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length > 0 && lines.All(l => l[0] is ' ' or '-' || l.Contains(':', StringComparison.Ordinal)) ? end + 5 : 0;
    }

    private static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && Blank.AsSpan().Contains(text[start]))
            start++;
        while (end > start && Blank.AsSpan().Contains(text[end - 1]))
            end--;
        return new TextSpan(start, end);
    }
}
