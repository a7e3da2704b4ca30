using System.Text.RegularExpressions;
using KnowledgeBase.Corpus.Reading;
using KnowledgeBase.Corpus.Segmentation;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Drafting;

/// <summary>A value that a report gives, and where.</summary>
/// <param name="Value">The value as report.yaml takes it.</param>
/// <param name="Line">1-based line; 0 where the file states the value besides its text.</param>
/// <param name="Quote">The line, or what the file states.</param>
public sealed record FoundValue(string Value, int Line, string Quote);

/// <summary>
/// What a text says of itself at its head and its tail, as a draft of <c>report.yaml</c> for a person to check. Null where
/// it says nothing that could be read.
/// </summary>
/// <param name="Title">The title, as segmentation takes it, or else what the file states besides its text, or else the first line that can be one.</param>
/// <param name="Date">The most plausible date.</param>
/// <param name="Publisher">Who published it or held the event.</param>
/// <param name="Place">Where.</param>
/// <param name="Url">Where it can be found on the web.</param>
public sealed partial record DescriptionDraft(FoundValue? Title, FoundValue? Date, FoundValue? Publisher, FoundValue? Place, FoundValue? Url)
{
    // Lines are short (EdgeLine); no match comes near this many milliseconds.
    private const int Patience = 10_000;
    private const int LongestTitle = 60;

    private static readonly ILookup<string, string> Labels =
        DataFile.Rows("Drafting/Data/labels.tsv", 2).ToLookup(row => row[0], row => Folding.Fold(row[1]), StringComparer.Ordinal);

    /// <summary>Reads a draft from a text.</summary>
    public static DescriptionDraft Of(SourceText source)
    {
        var lines = EdgeLine.Of(source);
        var dateline = lines.Select(line => (Line: line, Match: Dateline().Match(line.Text))).FirstOrDefault(pair => pair.Match.Success);
        return new DescriptionDraft(
            TitleOf(source, lines),
            DateOf(lines),
            Labelled("publisher", lines, value => !char.IsAsciiDigit(value[0]) && !value.Contains("://", StringComparison.Ordinal))
                ?? Grouped(dateline, "publisher") ?? Grouped(lines.Select(line => (line, ByPublisher().Match(line.Text))).FirstOrDefault(pair => pair.Item2.Success), "publisher"),
            Labelled("place", lines, value => value.Length <= LongestTitle) ?? Grouped(dateline, "place"),
            UrlOf(lines));
    }

    private static FoundValue? TitleOf(SourceText source, IReadOnlyList<EdgeLine> lines)
    {
        var blocks = MarkdownReader.Read(source);
        if (Outline.Of(blocks, new DiagnosticList(source)).Title is { } title && blocks.First(block => block.Text.Text == title) is { } block)
            return Found(title, source.LineAt(block.Span.Start), source.Line(source.LineAt(block.Span.Start)));
        // Chapters, or nothing marked as a heading: whoever made the file knew better than the first line.
        if (StatedTitle.Of(source) is { } stated)
            return lines.FirstOrDefault(line => line.Folded == Folding.Fold(stated)) is { } printed ? Found(printed.Text, printed) : new FoundValue(stated, 0, stated);
        if (lines is [{ Printed: ['#', ..] }, ..])
            return Found(lines[0].Text, lines[0]);
        var first = lines.FirstOrDefault(line => !line.Folded.Contains(':', StringComparison.Ordinal) && line.Text.Any(char.IsLetter) && PrintedDates.In(line.Folded).All(date => date.Length < line.Text.Length));
        return first is null || first.Text.Length > LongestTitle || first.Text[^1] is '。' or '；' or '.' ? null : Found(first.Text, first);
    }

    // A date behind a label or on a line of its own speaks of the report; one inside a sentence, of whatever it tells.
    private static FoundValue? DateOf(IReadOnlyList<EdgeLine> lines) =>
        (from line in lines
         let isLabelled = Labels["date"].Any(label => line.Behind(label) is not null)
         from date in PrintedDates.In(line.Folded)
         let standsAlone = line.Text.Length <= date.Length + 12
         where isLabelled || standsAlone || (line.IsNearHead && date.Value.Length > 4)
         orderby (isLabelled ? 4 : 0) + (standsAlone ? 3 : 0) + (date.Value.Length > 4 ? 2 : 0) + (date.Value.Length > 7 ? 1 : 0) descending
         select Found(date.Value, line)).FirstOrDefault();

    private static FoundValue? UrlOf(IReadOnlyList<EdgeLine> lines)
    {
        var labelled = lines.Where(line => Labels["url"].Any(label => line.Behind(label)?.Contains("://", StringComparison.Ordinal) == true));
        var alone = lines.Where(line => WebAddress().Match(line.Text) is { Success: true } match && match.Length * 2 > line.Text.Length);
        return labelled.Concat(alone).Select(line => Found(WebAddress().Match(line.Text).Value.TrimEnd('.', ',', ';', ':'), line)).FirstOrDefault(found => found.Value.Length > 0);
    }

    private static FoundValue? Labelled(string key, IReadOnlyList<EdgeLine> lines, Func<string, bool> fits) =>
        (from label in Labels[key]
         from line in lines
         let value = line.Behind(label)
         where value is { Length: > 1 } && fits(value)
         select Found(value, line)).FirstOrDefault();

    private static FoundValue? Grouped((EdgeLine Line, Match Match) found, string group) =>
        found.Match?.Success == true ? Found(found.Match.Groups[group].Value, found.Line) : null;

    private static FoundValue Found(string value, EdgeLine line) => Found(value, line.Number, line.Printed);

    private static FoundValue Found(string value, int line, string quote) => new(value.Trim(), line, quote.Trim());

    // 新华社北京12月4日电
    [GeneratedRegex(@"(?<publisher>[\u4E00-\u9FFF]{1,3}社)(?<place>[\u4E00-\u9FFF]{2,4}?)\s*\d{1,2}\s*月\s*\d{1,2}\s*日电", RegexOptions.None, Patience)]
    private static partial Regex Dateline();

    // 由清华大学人工智能国际治理研究院（I-AIIG）主办，…
    [GeneratedRegex(@"由(?<publisher>[^，。；：、（(\s]{2,30})(?:[（(][^）)]*[）)])?(?:联合|共同)?(?:主办|发布|编写)", RegexOptions.None, Patience)]
    private static partial Regex ByPublisher();

    [GeneratedRegex(@"https?://[^\s<>()（）\[\]""'，。；、“”]+", RegexOptions.None, Patience)]
    private static partial Regex WebAddress();
}
