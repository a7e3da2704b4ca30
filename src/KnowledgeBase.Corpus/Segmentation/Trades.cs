namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// What people are by trade, as far as the last character tells: 修复|师, 木作师|傅, 环卫女|工. It introduces a name only where
/// that name is heard, for the words for offices (<see cref="Roles"/>) are surer.
/// </summary>
internal static class Trades
{
    private const string Endings = "师员长家者手工民匠夫妇傅";

    private static readonly WordList Words = WordList.Load("Segmentation/Data/trade-words.txt");

    /// <summary>Whether a trade, or "起草人之一", may end at <paramref name="at"/> of folded text.</summary>
    public static bool Before(string folded, int at) =>
        at > 1 && Words.LengthAt(folded, at - 1) == 0 && (Endings.Contains(folded[at - 1], StringComparison.Ordinal) ? Text.Han.Is(folded[at - 2]) : IsOneOf(folded, at));

    /// <summary>Whether "起草人之一" ends at <paramref name="at"/>.</summary>
    public static bool IsOneOf(string folded, int at) => at > 2 && folded[at - 1] == '一' && folded[at - 2] == '之' && Roles.LengthBefore(folded, at - 2) > 0;
}
