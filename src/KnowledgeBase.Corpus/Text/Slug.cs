using System.Text;
using KnowledgeBase.Corpus.Segmentation;

namespace KnowledgeBase.Corpus.Text;

/// <summary>Readable identifiers in lower-case ASCII, made from Chinese by pinyin: 薛澜 → xue-lan, Jürgen Kurths → jurgen-kurths.</summary>
public static class Slug
{
    private const int MaxLength = 80;

    /// <summary>The identifier of a person: a Chinese surname is read as one (曾毅 → zeng-yi).</summary>
    public static string OfPerson(string name)
    {
        var simplified = Folding.Fold(name);
        var surname = IsChineseName(simplified) ? Surnames.LengthIn(simplified) : 0;
        return surname > 0 && Surnames.Reading(simplified[..surname]) is { } reading
            ? string.Join('-', [.. reading.Select(Ascii), Of(simplified[surname..])])
            : Of(simplified);
    }

    /// <summary>The identifier of any text; "x" with a hash where the text has neither letters nor Han characters.</summary>
    public static string Of(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text)
        {
            if (slug.Length >= MaxLength)
                break;
            if (Han.Reading(c) is { Length: > 0 } reading)
                Separate(slug).Append(Ascii(reading)).Append('-');
            else
                AppendPlain(slug, Folding.Expand(c) ?? c.ToString());
        }

        var result = slug.ToString().Trim('-');
        return result.Length > 0 ? result : "x" + ContentHash.Of(text, 6);
    }

    // ü is written yu in names (吕 lyu, 女 nyu): GB/T 28039-2011.
    private static string Ascii(string reading) => reading.Replace("ü", "yu", StringComparison.Ordinal);

    private static bool IsChineseName(string name) => name.Length is >= 2 and <= 5 && name.All(Han.Is);

    private static void AppendPlain(StringBuilder slug, string letters)
    {
        foreach (var c in letters)
        {
            if (char.IsAsciiLetterOrDigit(c))
                slug.Append(char.ToLowerInvariant(c));
            else
                Separate(slug);
        }
    }

    private static StringBuilder Separate(StringBuilder slug) =>
        slug.Length > 0 && slug[^1] != '-' ? slug.Append('-') : slug;
}
