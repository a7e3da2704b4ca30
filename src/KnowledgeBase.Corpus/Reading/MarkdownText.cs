using System.Text;

namespace KnowledgeBase.Corpus.Reading;

/// <summary>
/// Writes what a file holds as the Markdown that <see cref="MarkdownReader"/> reads: "## " headings, "- " items,
/// "| a | b |" rows, **bold**, a blank line between paragraphs. Signs that would be read as markup get a backslash, which
/// no statement's text has, for markup is left out of its ranges.
/// </summary>
internal sealed class MarkdownText
{
    private const int LowestLevel = 6;
    private readonly StringBuilder _text = new();
    private readonly List<int> _pageStarts = [];
    private char _last;

    /// <summary>Where each page begins, in UTF-16 units.</summary>
    public IReadOnlyList<int> PageStarts => _pageStarts;

    /// <summary>The text so far.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>A heading of a level from 1 on.</summary>
    public void Heading(int level, RichText words) => Block('#', new string('#', Math.Clamp(level, 1, LowestLevel)) + " ", words, isOneLine: true);

    /// <summary>A paragraph; its line breaks stay, and two of them, or one before an indented line, begin another one.</summary>
    public void Paragraph(RichText words) => Block('p', "", words);

    /// <summary>An item of a list.</summary>
    /// <param name="marker">"- ", or the number that is printed before it.</param>
    /// <param name="words">Its words.</param>
    public void Item(string marker, RichText words) => Block('-', marker, words);

    /// <summary>A row of a table.</summary>
    public void Row(IReadOnlyList<RichText> cells)
    {
        if (cells.All(cell => cell.Text.Trim().Length == 0))
            return;
        Begin('|');
        _text.Append('|');
        foreach (var cell in cells)
        {
            _text.Append(' ');
            Line(cell, 0, cell.Text.Length, isOneLine: true);
            _text.Append(" |");
        }

        _text.Append('\n');
    }

    private void Block(char kind, string marker, RichText words, bool isOneLine = false)
    {
        var text = words.Text;
        if (text.Trim().Length == 0)
            return;
        Begin(kind);
        _text.Append(marker);
        if (isOneLine)
        {
            Line(words, 0, text.Length, isOneLine);
            _text.Append('\n');
            return;
        }

        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var feed ? feed : text.Length;
            // Web pages part paragraphs by a line break and two ideographic spaces, or two em spaces.
            if (start > 0 && text[start] is '\u3000' or '\u2003' && start + 1 < text.Length && text[start + 1] == text[start])
                _text.Append('\n');
            Line(words, start, end, isOneLine);
            _text.Append('\n');
            start = end + 1;
        }
    }

    private void Begin(char kind)
    {
        if (_text.Length > 0 && (kind != _last || kind is not ('-' or '|')))
            _text.Append('\n');
        _last = kind;
    }

    private void Line(RichText words, int start, int end, bool isOneLine)
    {
        var text = words.Text;
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        var line = text.AsSpan(start, end - start);
        var isBold = false;
        for (var i = start; i < end; i++)
        {
            // White space at the rim of bold words is not bold, nor are headings and cells.
            var bold = !isOneLine && words.IsBold(i) && (!char.IsWhiteSpace(text[i]) || (isBold && words.IsBold(i + 1)));
            if (bold != isBold)
                _text.Append("**");
            isBold = bold;
            MarkPage(words.Page(i));
            if (MarkdownEscapes.Needs(line, i - start))
                _text.Append('\\');
            _text.Append(text[i] is '\n' or '\r' ? ' ' : text[i]);
        }

        if (isBold)
            _text.Append("**");
    }

    private void MarkPage(int page)
    {
        while (_pageStarts.Count < page)
            _pageStarts.Add(_pageStarts.Count == 0 ? 0 : _text.Length);
    }
}
