namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>Sentences in which a document speaks: 报告认为，…; 《倡议》呼吁，…; 白皮书指出，…. No person says them. All text here is folded.</summary>
internal static class Documents
{
    private const int LongestTitle = 60;
    private static readonly WordList Determiners = new(["该", "这份", "此份", "上述", "据", "根据", "新发布的", "会议通过的", "会上发布的"]);
    private static readonly WordList Kinds = WordList.Load("Segmentation/Data/documents.txt");

    /// <summary>Whether a sentence begins with a document that says something.</summary>
    public static bool Speak(ReadOnlySpan<char> sentence)
    {
        var at = 0;
        while (at < sentence.Length && sentence[at] is ' ' or '"')
            at++;
        at += Determiners.LengthAt(sentence, at);
        if (at < sentence.Length && sentence[at] == '《' && sentence[at..].IndexOf('》') is > 0 and < LongestTitle and var close)
            at += close + 1;
        else if (Kinds.LengthAt(sentence, at) is > 0 and var kind)
            at += kind;
        else
            return false;
        for (var verb = at; verb < Math.Min(sentence.Length, at + 6); verb++)
        {
            if (Cues.LengthAt(sentence, verb) > 0 || sentence[verb] is '规' or '订' or '载' or '显' or '称')
                return true;
        }

        return false;
    }
}
