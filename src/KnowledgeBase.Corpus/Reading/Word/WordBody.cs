using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace KnowledgeBase.Corpus.Reading.Word;

/// <summary>Writes the blocks of a Word document's body.</summary>
internal sealed class WordBody(MarkdownText output, WordStyles styles, WordNumbers numbers)
{
    private RichText? _begun;
    private int _firstLevel;

    /// <summary>Writes all blocks.</summary>
    public void Write(Body body)
    {
        // Under a title, the headings of the first rank are the second.
        _firstLevel = body.Descendants<Paragraph>().Any(styles.IsTitle) ? 1 : 0;
        Blocks(body);
        if (_begun is not null)
            output.Paragraph(_begun);
    }

    private void Blocks(OpenXmlElement parent)
    {
        foreach (var element in parent.ChildElements)
        {
            switch (element)
            {
                case Paragraph paragraph:
                    Paragraph(paragraph);
                    break;
                case Table table when IsLayout(table):
                    foreach (var cell in table.Elements<TableRow>().SelectMany(row => row.Elements<TableCell>()))
                        Blocks(cell);
                    break;
                case Table table:
                    Rows(table);
                    break;
                case SdtBlock block when IsContents(block):
                    break;
                case SdtBlock or SdtContentBlock or CustomXmlBlock or InsertedRun or MoveToRun:
                    Blocks(element);
                    break;
            }
        }
    }

    private void Paragraph(Paragraph paragraph)
    {
        if (styles.IsContents(paragraph))
            return;
        var runs = new WordRuns(styles, paragraph);
        var words = runs.Read();
        if (_begun is not null)
        {
            _begun.Append(words);
            words = _begun;
            _begun = null;
        }

        // The end of a paragraph may be deleted by a tracked change: it goes on in the next.
        if (paragraph.ParagraphProperties?.ParagraphMarkRunProperties?.GetFirstChild<Deleted>() is not null)
        {
            _begun = words;
            return;
        }

        Write(paragraph, words);
        foreach (var box in runs.Boxes)
            Blocks(box);
    }

    private void Write(Paragraph paragraph, RichText words)
    {
        if (words.Text.Trim().Length == 0)
            return;
        var marker = styles.Numbering(paragraph) is var (list, level) ? numbers.Next(list, level) : "";
        var heading = styles.HeadingLevel(paragraph);
        if (heading > 0)
        {
            var numbered = new RichText();
            numbered.Append(marker == "- " ? "" : marker);
            numbered.Append(words);
            output.Heading(styles.IsTitle(paragraph) ? 1 : heading + _firstLevel, numbered);
        }
        else if (marker.Length > 0)
        {
            output.Item(marker, words);
        }
        else
        {
            output.Paragraph(words);
        }
    }

    private void Rows(Table table)
    {
        foreach (var row in table.Elements<TableRow>().Where(row => row.TableRowProperties?.GetFirstChild<Deleted>() is null))
            output.Row([.. row.Descendants<TableCell>().Select(CellWords)]);
    }

    private RichText CellWords(TableCell cell)
    {
        var words = new RichText();
        foreach (var paragraph in cell.Descendants<Paragraph>())
        {
            words.Append(new WordRuns(styles, paragraph).Read());
            words.Append(" ");
        }

        return words;
    }

    // A table that frames text: one column, tables or headings inside, or cells of several long paragraphs.
    private bool IsLayout(Table table)
    {
        var rows = table.Elements<TableRow>().ToList();
        return rows.All(row => row.Elements<TableCell>().Count() <= 1)
            || table.Descendants<Table>().Any()
            || table.Descendants<Paragraph>().Any(paragraph => styles.HeadingLevel(paragraph) > 0)
            || table.Descendants<TableCell>().Any(cell => cell.Elements<Paragraph>().Count(paragraph => Html.Article.HasSentence(paragraph.InnerText)) > 1);
    }

    private static bool IsContents(SdtBlock block) =>
        block.SdtProperties?.Descendants<DocPartGallery>().Any(gallery => gallery.Val?.Value == "Table of Contents") == true;
}
