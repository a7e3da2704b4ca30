using System.Collections.Frozen;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>What a word at the end of a title says about the person.</summary>
internal enum RoleKind
{
    /// <summary>An office: 院长.</summary>
    Post,

    /// <summary>Membership of an academy: 院士.</summary>
    Member,

    /// <summary>A prize or a work, no office: 图灵奖得主, 《…》作者.</summary>
    Honour,

    /// <summary>What a person is without an institution: 科幻作家.</summary>
    Profession,
}

/// <summary>The words that titles end in, and the modifiers in front of them. All text here is folded.</summary>
internal static class Roles
{
    private static readonly FrozenDictionary<string, (RoleKind Kind, Sector? Sector)> Words =
        DataFile.Rows("Segmentation/Data/roles.tsv", 3).ToFrozenDictionary(row => Folding.Fold(row[0]), Row, StringComparer.Ordinal);

    private static readonly WordList Ends = new(Words.Keys);
    private static readonly WordList Modifiers = WordList.Load("Segmentation/Data/modifiers.txt");

    /// <summary>The length of the role word that ends at <paramref name="end"/>; a remark in brackets after it counts: 主席(斯里兰卡).</summary>
    public static int LengthBefore(ReadOnlySpan<char> folded, int end)
    {
        var word = end;
        if (word > 0 && folded[word - 1] == ')' && folded[..word].LastIndexOf('(') is > 0 and var open)
            word = open;
        while (word > 0 && folded[word - 1] == ' ')
            word--;
        var length = Ends.LengthBefore(folded, word);
        return length == 0 ? 0 : length + end - word;
    }

    /// <summary>The length of role word and modifiers that end at <paramref name="end"/>: 常务副院长, 前执行主任.</summary>
    public static int LengthWithModifiersBefore(ReadOnlySpan<char> folded, int end)
    {
        var length = LengthBefore(folded, end);
        if (length == 0)
            return 0;
        while (Modifiers.LengthBefore(folded, end - length) is > 0 and var modifier)
            length += modifier;
        return length;
    }

    /// <summary>Kind and sector of a role word or of a title that ends in one.</summary>
    public static (RoleKind Kind, Sector? Sector) Of(string folded)
    {
        var length = Ends.LengthBefore(folded, folded.Length);
        return length > 0 ? Words[folded[^length..]] : (RoleKind.Post, null);
    }

    private static (RoleKind Kind, Sector? Sector) Row(string[] row) =>
        (Enum.Parse<RoleKind>(row[1], ignoreCase: true), row[2].Length > 0 ? Enum.Parse<Sector>(row[2], ignoreCase: true) : null);
}
