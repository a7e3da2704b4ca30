using System.Collections.Frozen;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// What the name of an organisation tells where no registry knows it: where the organisation ends and its part begins
/// (剑桥大学|生存风险研究中心), its sector (大学, 有限公司, 使馆) and country (瑞典驻华使馆). All text here is folded.
/// </summary>
internal static class OrganisationNames
{
    private const string Bodies = "部局委院会厅处室组书报社网台署行司法案业者们人方家界国军省市县区乡镇村厂店团队所站庭课科";
    private const string Whole = "whole";
    private const string Part = "part";
    private const string Final = "final";
    private const string Attached = "attached";
    private const string No = "no";
    private static readonly FrozenDictionary<string, (string Part, Sector? Sector)> Endings =
        DataFile.Rows("Segmentation/Data/organisations.tsv", 3).ToFrozenDictionary(row => Folding.Fold(row[0]), Row, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Countries =
        DataFile.Rows("Segmentation/Data/countries.tsv", 2).ToFrozenDictionary(row => Folding.Fold(row[0]), row => row[1], StringComparer.Ordinal);

    private static readonly WordList EndingWords = new(Endings.Where(ending => ending.Value.Part != No).Select(ending => ending.Key));
    private static readonly WordList NoEndings = new(Endings.Where(ending => ending.Value.Part == No).Select(ending => ending.Key));
    private static readonly WordList CountryWords = new(Countries.Keys);
    private static readonly WordList NationalWords = new(["国家", "全国", "中央", "世界", "亚洲", "欧洲", "非洲", "联合国", "国务院"]);

    /// <summary>
    /// How much of the words in front of a role names an organisation: up to the last ending of one. The rest belongs to
    /// the role: 斯隆管理学院|运营管理(助理教授). 未来智能研究中心项目(主任) ends with 中心, for 项目 has no name of its own.
    /// Words without any ending are all taken, for a company may be called 美团.
    /// </summary>
    public static int LengthIn(string folded)
    {
        var last = 0;
        foreach (var (start, end) in EndingsIn(BeforeRole(folded)))
        {
            if (start > last || last == 0 || Endings[folded[start..end]].Part != Attached)
                last = end;
        }

        return last > 0 ? last : BeforeRole(folded).TrimEnd().Length;
    }

    // 和平与安全事务高级顾问和团队(负责人): a role joined to the next ends the organisation.
    private static string BeforeRole(string folded)
    {
        for (var i = 1; i < folded.Length; i++)
        {
            if (folded[i] is '和' or '与' or '及' && Roles.LengthWithModifiersBefore(folded, i) is > 0 and var length)
                return folded[..(i - length)];
        }

        return folded;
    }

    /// <summary>Whether the words end as the name of an organisation or of its part does: 民间艺术学院, 岭南大学研究生院.</summary>
    public static bool EndsIn(ReadOnlySpan<char> folded) =>
        EndingWords.LengthBefore(folded, folded.Length) > 0 && NoEndings.LengthBefore(folded, folded.Length) == 0;

    /// <summary>Whether the words name a body of people: by an ending of <see cref="EndsIn"/>, or by one character (消防署, 社發處).</summary>
    public static bool IsBody(ReadOnlySpan<char> folded) => EndsIn(folded) || (!folded.IsEmpty && Bodies.Contains(folded[^1], StringComparison.Ordinal));

    /// <summary>Whether what follows a known institution's name can be a part of it: nothing, or words with an ending of a part.</summary>
    public static bool CanBeUnit(string rest)
    {
        var unit = rest.Trim(' ', '、');
        if (unit.Length == 0)
            return true;
        if (!Han.Is(unit[0]) && unit[0] is not ('(' or '"') && !char.IsAsciiLetterOrDigit(unit[0]))
            return false;
        var length = EndingWords.LengthBefore(unit, unit.Length);
        // 京东|方科技集团 and 中国科学院|大学 are organisations of their own.
        return length == 0 ? unit.Length > 2 : Endings[unit[^length..]].Part is not (Whole or Final);
    }

    /// <summary>The organisation at the beginning of a name that no registry knows; length 0 where there is none.</summary>
    public static (int Length, bool HasEnding, bool IsIndependent, Sector? Sector, string? Country) Split(string folded)
    {
        var name = folded.TrimEnd();
        var endings = EndingsIn(name).ToList();
        // A bare name in front of a role is an organisation too (美团副总裁) unless it is cut from a longer phrase.
        if (endings.Count == 0)
            return name.Length is >= 2 and <= 12 && !name.AsSpan().ContainsAny("和与、") ? (name.Length, false, true, SectorOf(name, null), CountryOf(name)) : default;

        var first = endings[0];
        foreach (var ending in endings.Skip(1))
        {
            // 世界工程组织|联合会: an organisation's ending right behind another goes on with the same name; 清华大学|智库中心
            // is a part of it.
            if (ending.Start > first.End || Endings[name[ending.Start..ending.End]].Part != Whole)
                break;
            first = ending;
        }

        var (part, sector) = Endings[name[first.Start..first.End]];
        if (first.Start == 0)
            part = Part;
        var isIndependent = part is Whole or Final || CountryWords.LengthAt(name, 0) > 0 || NationalWords.LengthAt(name, 0) > 0;
        return (first.End, true, isIndependent, SectorOf(name, sector), CountryOf(name[..first.End]));
    }

    /// <summary>The country that the beginning of a name tells, or null.</summary>
    public static string? CountryOf(string folded) =>
        CountryWords.LengthAt(folded, 0) is > 0 and var length ? Countries[folded[..length]] : null;

    private static Sector? SectorOf(string name, Sector? byEnding) =>
        name.StartsWith("联合国", StringComparison.Ordinal) ? Sector.InternationalOrganisation : byEnding;

    // Every ending in the words, longest at each place, left to right: 清华[大学]法[学院].
    private static IEnumerable<(int Start, int End)> EndingsIn(string folded)
    {
        var taken = 0;
        for (var end = 1; end <= folded.Length; end++)
        {
            var length = EndingWords.LengthBefore(folded.AsSpan(taken), end - taken);
            if (length == 0 || IsInsideLonger(folded, end) || NoEndings.LengthAt(folded, end - length) > length || NoEndings.LengthBefore(folded, end) > length)
                continue;
            if (end < folded.Length && Endings[folded[(end - length)..end]].Part == Final)
                continue;
            yield return (end - length, end);
            taken = end;
        }
    }

    // 研究|院 inside 研究院, 部 inside 部队, 中心 after 研究: the ending that reaches further wins.
    private static bool IsInsideLonger(string folded, int end)
    {
        for (var further = end + 1; further <= Math.Min(folded.Length, end + 4); further++)
        {
            if (EndingWords.LengthBefore(folded, further) > further - end)
                return true;
        }

        return false;
    }

    private static (string Part, Sector? Sector) Row(string[] row) =>
        (row[1], row[2].Length > 0 ? Enum.Parse<Sector>(row[2].Replace("-", "", StringComparison.Ordinal), ignoreCase: true) : null);
}
