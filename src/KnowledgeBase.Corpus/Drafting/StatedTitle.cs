using System.Collections.Frozen;
using System.Text.RegularExpressions;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Drafting;

/// <summary>The title that a file states besides its text: in a page's head, in a document's properties.</summary>
internal static partial class StatedTitle
{
    private const int LongestTitle = 200;

    private static readonly FrozenSet<string> NoTitles = DataFile.Lines("Drafting/Data/no-titles.txt").Select(Folding.Fold).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The title; null where there is none, or only what a program put in its place.</summary>
    public static string? Of(SourceText source) =>
        source.StatedTitle is { } stated && Producer().Replace(stated, "").Trim() is var title && IsTitle(title) ? title : null;

    private static bool IsTitle(string title) =>
        title.Length <= LongestTitle && title.Any(char.IsLetter) && !FileName().IsMatch(title)
        && !NoTitles.Contains(Folding.Fold(title).TrimEnd([.. "0123456789 "])) && !IsGarbled(title);

    // ÖÐ¹úÂÛÌ³: 中国论坛 in GB18030, which a program took for Latin-1.
    private static bool IsGarbled(string title) =>
        title.Contains('\uFFFD', StringComparison.Ordinal) || title.Count(c => c is >= '\u0080' and <= '\u00FF') * 2 > title.Length;

    // Microsoft Word - 论坛报告(定稿).docx: a printer driver's title, of which the file's name is left.
    [GeneratedRegex(@"^Microsoft (Office )?(Word|PowerPoint) - ", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Producer();

    [GeneratedRegex(@"\.(docx?|wps|pdf|pptx?|xlsx?|odt|rtf|txt|html?|indd|qxd|pages|tex|dvi)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileName();
}
