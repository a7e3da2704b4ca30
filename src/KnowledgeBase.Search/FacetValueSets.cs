using KnowledgeBase.Corpus;

namespace KnowledgeBase.Search;

/// <summary>The values that a facet without entities can have.</summary>
internal static class FacetValueSets
{
    /// <summary>All values of a facet that has a fixed set of them; null for one that has not (country, year).</summary>
    public static IReadOnlyList<string>? Allowed(string facet) => facet switch
    {
        "kind" => [.. CorpusJson.NamesOf<StatementKind>()],
        "side" => [.. CorpusJson.NamesOf<Side>()],
        "sector" => [.. CorpusJson.NamesOf<Sector>()],
        _ => null,
    };

    /// <summary>Whether a value has the form of a country code or a year.</summary>
    public static bool FitsForm(string facet, string value) => facet switch
    {
        "country" => value.Length == 2 && value.All(char.IsAsciiLetter),
        "year" => value.Length == 4 && value.All(char.IsAsciiDigit),
        _ => true,
    };

    /// <summary>That form in words.</summary>
    public static string FormOf(string facet) => facet == "country" ? "an ISO 3166 alpha-2 code such as CN" : "a year such as 2021";
}
