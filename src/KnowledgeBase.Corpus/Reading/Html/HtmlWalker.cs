using System.Globalization;
using AngleSharp.Dom;

namespace KnowledgeBase.Corpus.Reading.Html;

/// <summary>Writes the blocks of an element: headings, paragraphs, items, tables, line breaks, bold words.</summary>
internal sealed class HtmlWalker(MarkdownText output)
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "blockquote", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "form", "header",
        "hgroup", "hr", "legend", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    };

    private readonly Dictionary<IElement, int> _numbers = [];
    private RichText _words = new();
    private string? _marker;

    /// <summary>Writes an element's text.</summary>
    public void Write(IElement element)
    {
        Children(element, false);
        Flush();
    }

    private void Children(INode parent, bool bold)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text)
                Words(text, bold);
            else if (node is IElement element)
                Element(element, bold);
        }
    }

    private void Element(IElement element, bool bold)
    {
        switch (element.LocalName)
        {
            case "br":
                LineBreak();
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Heading(element);
                break;
            case "li":
                Item(element, bold);
                break;
            case "table" when HtmlTable.RowsOf(element) is { } rows:
                Flush();
                if (element.QuerySelector("caption") is { } caption)
                    output.Paragraph(Cell(caption));
                foreach (var row in rows)
                    output.Row([.. row.Select(Cell)]);
                break;
            case "rt" or "rp":
                break;
            case var name when Blocks.Contains(name):
                Flush();
                Children(element, bold);
                Flush();
                break;
            default:
                Children(element, bold || IsBold(element));
                break;
        }
    }

    private void Words(IText text, bool bold)
    {
        if (text.ParentElement?.Closest("pre") is null)
        {
            _words.Append(text.Data, bold);
            return;
        }

        foreach (var (i, line) in text.Data.Split('\n').Index())
        {
            if (i > 0)
                LineBreak();
            _words.Append(line, bold);
        }
    }

    // Two line breaks part paragraphs.
    private void LineBreak()
    {
        if (_words.Last == '\n')
            Flush();
        else
            _words.Break();
    }

    private void Heading(IElement element)
    {
        Flush();
        Inline(element);
        output.Heading(element.LocalName[1] - '0', _words);
        _words = new RichText();
    }

    private void Item(IElement element, bool bold)
    {
        Flush();
        _marker = element.ParentElement is { LocalName: "ol" } list ? string.Create(CultureInfo.InvariantCulture, $"{NumberOf(list)}. ") : "- ";
        Children(element, bold);
        Flush();
        _marker = null;
    }

    private int NumberOf(IElement list)
    {
        var start = int.TryParse(list.GetAttribute("start"), CultureInfo.InvariantCulture, out var given) ? given : 1;
        return _numbers[list] = _numbers.TryGetValue(list, out var last) ? last + 1 : start;
    }

    private static RichText Cell(IElement cell)
    {
        var inner = new HtmlWalker(new MarkdownText());
        inner.Inline(cell);
        return inner._words;
    }

    // All words of a cell on one line.
    private void Inline(INode parent)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text)
                _words.Append(text.Data);
            else if (node is IElement element and not { LocalName: "rt" or "rp" })
            {
                var isBlock = Blocks.Contains(element.LocalName) || element.LocalName is "br" or "li";
                if (isBlock)
                    _words.Append(" ");
                Inline(element);
                if (isBlock)
                    _words.Append(" ");
            }
        }
    }

    private void Flush()
    {
        if (_words.Text.Trim().Length > 0)
        {
            if (_marker is not null)
                output.Item(_marker, _words);
            else
                output.Paragraph(_words);
            _marker = null;
        }

        _words = new RichText();
    }

    private static bool IsBold(IElement element)
    {
        if (element.LocalName is "b" or "strong")
            return true;
        var style = element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal) ?? "";
        return style.Contains("font-weight:bold", StringComparison.OrdinalIgnoreCase) || style.Contains("font-weight:700", StringComparison.OrdinalIgnoreCase);
    }
}
