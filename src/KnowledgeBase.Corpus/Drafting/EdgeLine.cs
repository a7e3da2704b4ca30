using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Drafting;

/// <summary>A line near the head or the tail of a text, where reports say what they are.</summary>
/// <param name="Number">1-based line.</param>
/// <param name="Printed">The line as it stands.</param>
/// <param name="IsNearHead">Whether it is one of the first lines, in which a sentence too may say when and where.</param>
internal sealed record EdgeLine(int Number, string Printed, bool IsNearHead)
{
    private const int FirstLines = 12;
    private const int HeadLines = 40;
    private const int TailLines = 15;
    private const int LongestLine = 400;

    /// <summary>The line without Markdown's marks at its ends.</summary>
    public string Text { get; } = Trim(Printed);

    /// <summary>The folded text.</summary>
    public string Folded { get; } = Folding.Fold(Trim(Printed));

    /// <summary>The lines that are not blank at the head and the tail of a text, in order.</summary>
    public static IReadOnlyList<EdgeLine> Of(SourceText source)
    {
        var head = LinesOf(source, Enumerable.Range(1, source.Lines)).Take(HeadLines).ToList();
        var last = head.Count == 0 ? 0 : head[^1].Number;
        head = [.. head.Select((line, i) => line with { IsNearHead = i < FirstLines })];
        return [.. head, .. LinesOf(source, Enumerable.Range(1, source.Lines).Reverse().TakeWhile(number => number > last)).Take(TailLines).Reverse()];
    }

    /// <summary>
    /// What stands behind a label: 来源：新华社 → 新华社. It ends at a gap, for one line may say several things (来源：新华社
    /// 时间：2021-12-04 作者：…); null where the label does not stand here.
    /// </summary>
    public string? Behind(string label)
    {
        for (var at = Folded.IndexOf(label, StringComparison.Ordinal); at >= 0; at = Folded.IndexOf(label, at + 1, StringComparison.Ordinal))
        {
            var colon = at + label.Length;
            while (colon < Folded.Length && Folded[colon] is ' ' or '*' or '_')
                colon++;
            if (colon == Folded.Length || Folded[colon] != ':' || (at > 0 && char.IsLetterOrDigit(Folded[at - 1])))
                continue;
            var value = Text[(colon + 1)..].TrimStart(' ', '\u3000', '*', '_', '\t');
            var gap = value.AsSpan().IndexOfAny("|｜\t\u3000");
            var spaces = value.IndexOf("  ", StringComparison.Ordinal);
            var end = new[] { gap, spaces, NextLabel(value) }.Where(place => place > 0).DefaultIfEmpty(value.Length).Min();
            return value[..end].Trim(' ', '*', '_', '<', '>', '；', ';', '。', '(', ')', '（', '）');
        }

        return null;
    }

    // 新华社 时间：2021-12-04: a single space before a word and a colon.
    private static int NextLabel(string value)
    {
        var colon = value.AsSpan().IndexOfAny('：', ':');
        return colon > 0 && !value.AsSpan(colon).StartsWith("://", StringComparison.Ordinal) ? value.LastIndexOf(' ', colon) : -1;
    }

    private static IEnumerable<EdgeLine> LinesOf(SourceText source, IEnumerable<int> numbers) =>
        numbers.Select(number => new EdgeLine(number, Beginning(source.LineSpan(number)).Of(source.Text), IsNearHead: false)).Where(line => line.Text.Length > 0);

    private static string Trim(string line) => line.Trim(' ', '\t', '\u3000', '#', '*', '_', '>', '|', '-', '\uFEFF');

    // A text may be one line of a million characters.
    private static TextSpan Beginning(TextSpan line) => new(line.Start, Math.Min(line.End, line.Start + LongestLine));
}
