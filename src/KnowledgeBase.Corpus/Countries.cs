using System.Collections.Frozen;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus;

/// <summary>The Chinese names of countries by their ISO 3166 codes.</summary>
public static class Countries
{
    // The first name of a code in the table is the country's; the others are places in it.
    private static readonly FrozenDictionary<string, string> Names = DataFile.Rows("Segmentation/Data/countries.tsv", 2)
        .DistinctBy(row => row[1], StringComparer.Ordinal)
        .ToFrozenDictionary(row => row[1], row => row[0], StringComparer.Ordinal);

    /// <summary>The Chinese name of a country by its ISO 3166 alpha-2 code, or null.</summary>
    public static string? NameOf(string code) => Names.GetValueOrDefault(code);
}
