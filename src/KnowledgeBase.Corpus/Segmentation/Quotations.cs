using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>The quotations of a paragraph, and its sentences where a quotation and who spoke it are one.</summary>
internal static class Quotations
{
    private const int LongEnoughForSpeech = 12;

    /// <summary>The outermost quotations of a text as printed, with their marks, in order. One that is never closed on its line is none.</summary>
    public static IReadOnlyList<TextSpan> In(string text)
    {
        var found = new List<TextSpan>();
        foreach (var quotation in Closed(text).OrderBy(quotation => quotation.Start))
        {
            if (found.Count == 0 || found[^1].End <= quotation.Start)
                found.Add(quotation);
        }

        return found;
    }

    // Each mark that opens, with the one of its kind that closes it on the same line, whatever stands between; of " the next one does.
    private static List<TextSpan> Closed(string text)
    {
        var closed = new List<TextSpan>();
        var open = new Dictionary<char, Stack<int>>();
        var straight = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                open.Clear();
                straight = -1;
            }
            else if (text[i] == '"')
            {
                if (straight >= 0)
                    closed.Add(new TextSpan(straight, i + 1));
                straight = i;
            }
            else if (Closing(text[i]) is { } closing)
            {
                (open.TryGetValue(closing, out var starts) ? starts : open[closing] = new Stack<int>()).Push(i);
            }
            else if (open.TryGetValue(text[i], out var starts) && starts.TryPop(out var start))
            {
                closed.Add(new TextSpan(start, i + 1));
            }
        }

        return closed;
    }

    /// <summary>Whether a quotation holds speech rather than a term: “我不反对机器。” and not “归谁”.</summary>
    public static bool IsSpeech(string text, TextSpan quotation) =>
        quotation.Length > LongEnoughForSpeech || (quotation.Length > 2 && text[quotation.End - 2] is '。' or '，' or '！' or '？' or '…' or '!' or '?' or ',' or '；');

    /// <summary>
    /// The sentences of a text. None ends inside a quotation, nor between a quotation and who spoke it, as far as
    /// <paramref name="attributes"/> tells of the sentence that follows (“…。”|蔺海生说。).
    /// </summary>
    public static IReadOnlyList<TextSpan> Sentences(string text, IReadOnlyList<TextSpan> quotations, Func<TextSpan, TextSpan, bool> attributes)
    {
        var found = new List<TextSpan>();
        var sentences = quotations.Count == 0 ? Segmentation.Sentences.Of(text) : Whole(text, quotations);
        foreach (var sentence in sentences)
        {
            if (found.Count > 0 && Quoted(text, found[^1], quotations) && attributes(found[^1], sentence))
                found[^1] = found[^1] with { End = sentence.End };
            else
                found.Add(sentence);
        }

        return found;
    }

    /// <summary>The index of the first quotation that begins at a place or behind it; quotations are in order and apart.</summary>
    public static int FirstFrom(IReadOnlyList<TextSpan> quotations, int place)
    {
        var (from, to) = (0, quotations.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = quotations[middle].Start < place ? (middle + 1, to) : (from, middle);
        }

        return from;
    }

    /// <summary>Whether a place lies inside a quotation: behind its first mark and in front of its last one's end.</summary>
    public static bool IsInside(IReadOnlyList<TextSpan> quotations, int place) => FirstFrom(quotations, place) is > 0 and var next && quotations[next - 1].End > place;

    /// <summary>Whether a sentence is nothing but quotations of speech.</summary>
    public static bool Quoted(string text, TextSpan sentence, IReadOnlyList<TextSpan> quotations)
    {
        var at = sentence.Start;
        for (var i = FirstFrom(quotations, sentence.Start); i < quotations.Count && quotations[i].End <= sentence.End; i++)
        {
            var quotation = quotations[i];
            if (!text.AsSpan(at, quotation.Start - at).Trim(" \u3000").IsEmpty || !IsSpeech(text, quotation))
                return false;
            at = quotation.End;
        }

        return at > sentence.Start && text.AsSpan(at, sentence.End - at).Trim(" \u3000\n").IsEmpty;
    }

    private static IEnumerable<TextSpan> Whole(string text, IReadOnlyList<TextSpan> quotations)
    {
        TextSpan? open = null;
        foreach (var piece in Segmentation.Sentences.Of(text))
        {
            var sentence = open is { } before ? before with { End = piece.End } : piece;
            open = null;
            if (IsInside(quotations, sentence.End))
                open = sentence;
            else
                yield return sentence;
        }

        if (open is { } rest)
            yield return rest;
    }

    private static char? Closing(char opening) => opening switch { '“' => '”', '「' => '」', '『' => '』', _ => null };
}
