using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// A title in Latin letters, taken apart: "head of pricing at Nordre Re", "Director of the Andean Potato Archive", "Professor of
/// Space Law, University of Port Calder". What names no institution ("shopkeeper", "Minister") is an office nowhere.
/// </summary>
/// <param name="Role">What the person is.</param>
/// <param name="Institution">The institution's name as printed, without article.</param>
internal sealed record EnglishTitle(string Role, string Institution)
{
    // What follows of behind these is a field or a country, not the institution: Professor of Law, Minister of Finance.
    private static readonly string[] OfFields = ["professor", "lecturer", "reader", "minister", "secretary", "ambassador", "bishop", "doctor", "mayor", "president", "governor", "member"];
    private static readonly string[] Organisations = ["university", "institute", "college", "school", "academy", "centre", "center", "council", "commission", "committee", "agency", "authority", "ministry", "department", "office", "bank", "trust", "foundation", "society", "association", "union", "alliance", "network", "forum", "company", "group", "hospital", "museum", "laboratory", "bureau", "board", "fund", "programme", "program", "federation", "organisation", "organization", "service"];

    /// <summary>Reads a title; null where it has Chinese characters or names no institution.</summary>
    public static EnglishTitle? Read(string title)
    {
        if (title.Any(Han.Is))
            return null;
        foreach (var (word, isPlace) in (ReadOnlySpan<(string, bool)>)[(" at ", true), (" for ", true), (" with ", true), (", ", false), (" of ", false)])
        {
            var at = word == ", " ? title.LastIndexOf(word, StringComparison.Ordinal) : title.IndexOf(word, StringComparison.Ordinal);
            if (at <= 0)
                continue;
            var (role, name) = (title[..at], FromCapital(title[(at + word.Length)..]));
            if (name is not null && (isPlace || (word == ", " ? IsOrganisation(name) : OfInstitution(role, title[(at + word.Length)..], name))))
                return new EnglishTitle(role, name);
        }

        return null;
    }

    private static bool OfInstitution(string role, string rest, string name) =>
        (rest.StartsWith("the ", StringComparison.Ordinal) || IsOrganisation(name) || name.Count(c => c == ' ') > 0)
        && (IsOrganisation(name) || !OfFields.Contains(role.Split(' ')[^1].ToLowerInvariant(), StringComparer.Ordinal));

    private static bool IsOrganisation(string name) => name.Split(' ', ',').Any(word => Organisations.Contains(word.TrimEnd('s').ToLowerInvariant(), StringComparer.Ordinal) || Organisations.Contains(word.ToLowerInvariant(), StringComparer.Ordinal));

    // the cable-laying firm |Atlântica Sul
    private static string? FromCapital(string text)
    {
        var at = 0;
        while (at < text.Length && !char.IsUpper(text[at]))
            at = text.IndexOf(' ', at) is >= 0 and var space ? space + 1 : text.Length;
        return at < text.Length ? text[at..].Trim() : null;
    }
}
