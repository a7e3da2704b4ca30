using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>The line under a picture, which names people and opens nothing: 图为…, ▲…, 图3 …, （圖說：…）, … 摄.</summary>
internal static class Captions
{
    private const int Longest = 120;
    private static readonly WordList Beginnings = new(["▲", "△", "▼", "▽", "↑", "↓", "图为", "图说", "图注", "图片说明", "上图", "下图", "左图", "右图", "图/", "图:", "(图/", "(图:", "(图说", "(图为"]);

    /// <summary>Whether a line is the caption of a picture.</summary>
    public static bool Is(string line) => line.Length <= Longest && IsFolded(Folding.Fold(line));

    private static bool IsFolded(string folded) => Beginnings.LengthAt(folded, 0) > 0 || IsNumbered(folded) || NamesPhotographer(folded);

    // "图3　居民赖阿福（左）与…交谈"
    private static bool IsNumbered(string folded)
    {
        if (folded is not ['图', ..])
            return false;
        var behind = folded.AsSpan(1).TrimStart("0123456789一二三四五六七八九十");
        return behind.Length is > 0 && behind.Length < folded.Length - 1 && behind[0] is ' ' or ':' or '.';
    }

    // "…在论坛上发言　本报记者 童谣 摄", "（摄影：查小川）"
    private static bool NamesPhotographer(string folded)
    {
        var end = folded.AsSpan().TrimEnd(" )]。").Length;
        return end > 2 && (folded.AsSpan(0, end).EndsWith(" 摄", StringComparison.Ordinal)
            || (folded.LastIndexOf("摄影", end - 1, Math.Min(end, 14), StringComparison.Ordinal) is > 0 and var at && folded.AsSpan(at, end - at).IndexOfAny("，,。") < 0));
    }
}
