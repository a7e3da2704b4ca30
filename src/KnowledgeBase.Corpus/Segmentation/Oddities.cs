using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// Finds what is odd in a text that stays verbatim: half-width commas in Chinese, a sentence printed twice, a small
/// Latin word that a translator left behind (产业结构调整 and 发展). Each is reported, none is mended.
/// </summary>
internal static class Oddities
{
    private static readonly WordList LeftOver = new(["and", "or", "of", "the", "to", "in", "for", "with"]);

    /// <summary>Reports the oddities of a passage.</summary>
    public static void Report(Passage passage, DiagnosticList diagnostics)
    {
        HalfWidthCommas(passage, diagnostics);
        RepeatedSentences(passage, diagnostics);
        LeftOverWords(passage, diagnostics);
    }

    private static void HalfWidthCommas(Passage passage, DiagnosticList diagnostics)
    {
        var text = passage.Text.Text;
        int count = 0, first = -1;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] != ',' || !Han.Is(text[i - 1]))
                continue;
            first = first < 0 ? i : first;
            count++;
        }

        if (count > 0)
            diagnostics.Note("KB107", passage.Text.ToSource(first), $"{count} half-width comma{(count > 1 ? "s" : "")} in Chinese text, the first after …{text[Math.Max(0, first - 6)..first]}");
    }

    private static void RepeatedSentences(Passage passage, DiagnosticList diagnostics)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var sentence in Sentences.Of(passage.Text.Text).Where(sentence => sentence.Length >= 10))
        {
            var words = sentence.Of(passage.Text.Text);
            var times = seen[words] = seen.GetValueOrDefault(words) + 1;
            if (times == 2)
                diagnostics.Note("KB108", passage.Text.ToSource(sentence.Start), $"the sentence is printed twice: {Excerpt.Of(words)}");
        }
    }

    private static void LeftOverWords(Passage passage, DiagnosticList diagnostics)
    {
        var text = passage.Text.Text;
        for (var i = 2; i < text.Length - 2; i++)
        {
            if (text[i - 1] != ' ' || !Han.Is(text[i - 2]) || LeftOver.LengthAt(text, i) is not (> 0 and var length))
                continue;
            if (i + length + 1 < text.Length && text[i + length] == ' ' && Han.Is(text[i + length + 1]))
                diagnostics.Note("KB109", passage.Text.ToSource(i), $"the English word \"{text.Substring(i, length)}\" stands between Chinese words");
        }
    }
}
