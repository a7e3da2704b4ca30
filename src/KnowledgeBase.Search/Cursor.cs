using System.Buffers.Text;
using System.Globalization;
using System.Text;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Search;

/// <summary>
/// Where a list of answers goes on: generation, search and last answer, opaque to clients. A check value shows a cursor
/// that was made up or that belongs to another search.
/// </summary>
/// <param name="Generation">The generation that answered.</param>
/// <param name="Key">The last answer's key in the order.</param>
/// <param name="Position">The last answer's position in the corpus.</param>
internal sealed record Cursor(string Generation, double Key, int Position)
{
    /// <summary>The cursor as a string for URLs.</summary>
    public string Write(SearchQuery query)
    {
        var body = $"{Generation} {BitConverter.DoubleToInt64Bits(Key).ToString("x", CultureInfo.InvariantCulture)} {Position}";
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{body} {CheckOf(body, query)}"));
    }

    /// <summary>Reads a cursor of the given search; null where it is none, or one of another search.</summary>
    public static Cursor? Read(string text, SearchQuery query)
    {
        if (!Base64Url.IsValid(text))
            return null;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(' ');
        if (parts.Length != 4 || parts[3] != CheckOf(string.Join(' ', parts[..3]), query))
            return null;
        return long.TryParse(parts[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var key)
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? new Cursor(parts[0], BitConverter.Int64BitsToDouble(key), position)
            : null;
    }

    private static string CheckOf(string body, SearchQuery query) => ContentHash.Of($"{body}\n{Signature(query)}", 8);

    // What makes two searches the same list: text, filters and order, not the page size or the facets shown.
    private static string Signature(SearchQuery query)
    {
        var filters = query.Filters.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f =>
            $"{f.Key}={string.Join(',', f.Value.Any.Order(StringComparer.Ordinal))};{string.Join(',', f.Value.All.Order(StringComparer.Ordinal))};{string.Join(',', f.Value.Not.Order(StringComparer.Ordinal))}");
        return $"{query.Text}\n{query.Expand}\n{string.Join('\n', filters)}\n{query.Sort} {query.Reversed}";
    }
}
