using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace KnowledgeBase.Corpus.Reading.Word;

/// <summary>Reads the words of one paragraph.</summary>
internal sealed class WordRuns(WordStyles styles, Paragraph paragraph)
{
    private readonly RichText _words = new();
    private readonly List<OpenXmlElement> _boxes = [];

    /// <summary>Text boxes that hang on the paragraph, for blocks of their own.</summary>
    public IReadOnlyList<OpenXmlElement> Boxes => _boxes;

    /// <summary>The words.</summary>
    public RichText Read()
    {
        foreach (var child in paragraph.ChildElements)
            Inline(child, false);
        return _words;
    }

    private void Inline(OpenXmlElement element, bool bold)
    {
        switch (element)
        {
            case Run run when WordStyles.IsHidden(run):
            case DeletedRun or MoveFromRun or RubyContent or ParagraphProperties or RunProperties:
                return;
            case Run run:
                Children(run, styles.IsBold(run, paragraph));
                return;
            case DocumentFormat.OpenXml.Wordprocessing.Text text:
                _words.Append(text.Text, bold);
                return;
            case DocumentFormat.OpenXml.Math.Text formula:
                _words.Append(formula.Text, bold);
                return;
            case TabChar:
                _words.Append(" ", bold);
                return;
            case NoBreakHyphen:
                _words.Append("-", bold);
                return;
            case CarriageReturn:
            case Break { Type: null } or Break { Type.InnerText: "textWrapping" }:
                _words.Break();
                return;
            case AlternateContent alternate:
                // The same text box twice, for programs of different age.
                if (alternate.ChildElements.FirstOrDefault() is { } choice)
                    Children(choice, bold);
                return;
            case TextBoxContent box:
                _boxes.Add(box);
                return;
            default:
                Children(element, bold);
                return;
        }
    }

    private void Children(OpenXmlElement element, bool bold)
    {
        foreach (var child in element.ChildElements)
            Inline(child, bold);
    }
}
