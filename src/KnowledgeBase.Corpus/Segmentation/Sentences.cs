using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>Cuts text into sentences; the closing quotation mark or bracket belongs to the sentence it closes.</summary>
internal static class Sentences
{
    /// <summary>The sentences of the text (folded or not), which together are all of it.</summary>
    public static IEnumerable<TextSpan> Of(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!Ends(text, i))
                continue;
            var end = i + 1;
            while (end < text.Length && (text[end] is '”' or '’' or '」' or '』' or ')' or '）' or ' ' or '\n' || IsEndMark(text[end])))
                end++;
            yield return new TextSpan(start, end);
            start = end;
            i = end - 1;
        }

        if (start < text.Length)
            yield return new TextSpan(start, text.Length);
    }

    private static bool IsEndMark(char c) => c is '。' or '！' or '？' or '!' or '?' or '｡' or '…';

    // A Latin full stop ends a sentence where a space and no small letter follows: "AI. The", not "R.S. 潘瓦尔", "2.0".
    private static bool Ends(string text, int i)
    {
        if (IsEndMark(text[i]))
            return text[i] != '…' || i + 1 >= text.Length || text[i + 1] is '…' or '”';
        return text[i] == '\n' || (text[i] == '.' && i + 2 < text.Length && text[i + 1] == ' ' && i > 1 && char.IsAsciiLetterLower(text[i - 1])
            && char.IsAsciiLetterLower(text[i - 2]) && text[i + 2] < 0x2E80 && !char.IsAsciiLetterLower(text[i + 2]));
    }
}
