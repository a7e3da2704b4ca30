using System.Globalization;
using System.Text;
using KnowledgeBase.Corpus.Importing;
using KnowledgeBase.Corpus.Segmentation;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus;

/// <summary>
/// The name of a work or an instrument (《个人信息保护法》) as all its printed forms have it. 《中华人民共和国个人信息保护法》 and
/// 《個人信息 保護法》 are the same law.
/// </summary>
public static class InstrumentName
{
    private const string State = "中华人民共和国";
    private static readonly WordList LawEndings = WordList.Load("Segmentation/Data/law-endings.txt");

    /// <summary>The name without 《》, without the state in front of its own laws, and without white space inside Chinese; "" where nothing is left.</summary>
    public static string Of(string printed)
    {
        var name = WithoutSpaces(printed).Trim('《', '》').Trim();
        var folded = Folding.Fold(name);
        return folded.StartsWith(State, StringComparison.Ordinal) && LawEndings.LengthBefore(folded, folded.Length) is > 0 and var ending && folded.Length > State.Length + ending
            ? name[State.Length..]
            : name;
    }

    /// <summary>The name folded: what spellings that differ in script, width or case have in common; "" where nothing is left or no address can end in it (《..》).</summary>
    public static string IdOf(string printed)
    {
        var id = Folding.Fold(Of(printed));
        return Identifiers.HasAddress(id) ? id : "";
    }

    // Beside Chinese a space is typesetting; between Latin words it is one, however many are printed.
    private static string WithoutSpaces(string text)
    {
        var name = new StringBuilder(text.Length);
        var isParted = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control)
            {
                isParted |= char.IsWhiteSpace(c);
                continue;
            }

            if (isParted && name.Length > 0 && !Han.Is(c) && !Han.Is(name[^1]))
                name.Append(' ');
            isParted = false;
            name.Append(c);
        }

        return name.ToString();
    }
}
