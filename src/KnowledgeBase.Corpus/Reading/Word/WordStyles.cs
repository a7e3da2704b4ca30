using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace KnowledgeBase.Corpus.Reading.Word;

/// <summary>What styles say of paragraphs and runs, inherited ones too.</summary>
internal sealed partial class WordStyles
{
    private const int DeepestInheritance = 20;
    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private readonly string? _default;

    public WordStyles(MainDocumentPart part)
    {
        foreach (var style in part.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is not { } id)
                continue;
            _styles.TryAdd(id, style);
            if (style.Type?.Value == StyleValues.Paragraph && style.Default?.Value == true)
                _default = id;
        }
    }

    /// <summary>
    /// The level of a heading, from 1 on: by outline level, or by what its style is called (heading 1, 标题 1, 標題 1; Title is
    /// 1); 0 for other paragraphs.
    /// </summary>
    public int HeadingLevel(Paragraph paragraph)
    {
        if (paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value is { } own)
            return own is >= 0 and < 9 ? own + 1 : 0;
        foreach (var style in Chain(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value))
        {
            var name = style.StyleName?.Val?.Value ?? "";
            if (HeadingName().Match(name) is { Success: true } match)
                return int.Parse(match.Groups["level"].Value, CultureInfo.InvariantCulture);
            if (IsTitle(name))
                return 1;
            if (style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } level)
                return level is >= 0 and < 9 ? level + 1 : 0;
        }

        return 0;
    }

    /// <summary>Whether a paragraph is the document's title.</summary>
    public bool IsTitle(Paragraph paragraph) => Chain(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value).Any(style => IsTitle(style.StyleName?.Val?.Value ?? ""));

    /// <summary>Whether a paragraph is a line of the table of contents, which Word makes from the headings.</summary>
    public bool IsContents(Paragraph paragraph) =>
        Chain(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value).Any(style => ContentsName().IsMatch(style.StyleName?.Val?.Value ?? ""));

    /// <summary>The list that a paragraph belongs to and its level there; null where it belongs to none.</summary>
    public (int List, int Level)? Numbering(Paragraph paragraph)
    {
        var own = paragraph.ParagraphProperties?.NumberingProperties;
        int? list = own?.NumberingId?.Val?.Value;
        int? level = own?.NumberingLevelReference?.Val?.Value;
        foreach (var style in Chain(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value).Select(style => style.StyleParagraphProperties?.NumberingProperties))
        {
            list ??= style?.NumberingId?.Val?.Value;
            level ??= style?.NumberingLevelReference?.Val?.Value;
        }

        return list is > 0 ? (list.Value, level ?? 0) : null;
    }

    /// <summary>Whether a run is in bold type, by itself, its style or its paragraph's.</summary>
    public bool IsBold(Run run, Paragraph? paragraph)
    {
        if (run.RunProperties?.Bold is { } own)
            return IsOn(own);
        var styles = Chain(run.RunProperties?.RunStyle?.Val?.Value, orDefault: false).Concat(Chain(paragraph?.ParagraphProperties?.ParagraphStyleId?.Val?.Value));
        return styles.Select(style => style.StyleRunProperties?.Bold).FirstOrDefault(bold => bold is not null) is { } inherited && IsOn(inherited);
    }

    /// <summary>Whether a run is hidden.</summary>
    public static bool IsHidden(Run run) => run.RunProperties?.Vanish is { } vanish && IsOn(vanish);

    private static bool IsOn(OnOffType property) => property.Val is null || property.Val.Value;

    private static bool IsTitle(string name) => name.Equals("Title", StringComparison.OrdinalIgnoreCase) || name is "标题" or "標題";

    private IEnumerable<Style> Chain(string? id, bool orDefault = true)
    {
        id ??= orDefault ? _default : null;
        for (var i = 0; i < DeepestInheritance && id is not null && _styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }

    [GeneratedRegex("^(heading|标题|標題) ?(?<level>[1-9])$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HeadingName();

    [GeneratedRegex("^(toc|目录|目錄) ?([1-9]|heading)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ContentsName();
}
