using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>The quotations of a paragraph, and its sentences where a quotation and who spoke it are one.</summary>
internal static class Quotations
{
    private const int LongEnoughForSpeech = 12;

    /// <summary>The outermost quotations of a text as printed, with their marks, in order. One that is never closed is none.</summary>
    public static IReadOnlyList<TextSpan> In(string text)
    {
        var found = new List<TextSpan>();
        for (var i = 0; i < text.Length; i++)
        {
            if (Closing(text[i]) is not { } closing)
                continue;
            var end = End(text, i, closing);
            if (end < 0)
                continue;
            found.Add(new TextSpan(i, end));
            i = end - 1;
        }

        return found;
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

    /// <summary>Whether a sentence is nothing but quotations of speech.</summary>
    public static bool Quoted(string text, TextSpan sentence, IReadOnlyList<TextSpan> quotations)
    {
        var at = sentence.Start;
        foreach (var quotation in quotations)
        {
            if (quotation.Start < sentence.Start || quotation.End > sentence.End)
                continue;
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
            if (quotations.Any(q => q.Start < sentence.End && q.End > sentence.End))
                open = sentence;
            else
                yield return sentence;
        }

        if (open is { } rest)
            yield return rest;
    }

    private static char? Closing(char opening) => opening switch { '“' => '”', '「' => '」', '『' => '』', '"' => '"', _ => null };

    private static int End(string text, int start, char closing)
    {
        var depth = 0;
        for (var i = start; i < text.Length && text[i] != '\n'; i++)
        {
            if (i > start && text[i] == closing && --depth == 0)
                return i + 1;
            if (text[i] == text[start] && (i == start || closing != '"'))
                depth++;
        }

        return -1;
    }
}
