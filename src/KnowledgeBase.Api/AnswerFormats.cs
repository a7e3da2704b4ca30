using KnowledgeBase.Search;
using Microsoft.Net.Http.Headers;

namespace KnowledgeBase.Api;

/// <summary>Chooses the format of an answer: by <c>format=</c>, or else by the Accept header.</summary>
internal static class AnswerFormats
{
    /// <summary>
    /// The format asked for, by name. Accept is read as RFC 9110, 12.5.1 has it; where it admits nothing offered, there is none.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="offered">Name and media type of what there is; the first is taken where all are welcome.</param>
    /// <param name="error">What is wrong with <c>format=</c>.</param>
    public static string? Choose(HttpRequest request, IReadOnlyList<(string Name, string MediaType)> offered, out ParameterError? error)
    {
        error = null;
        if (request.Query["format"] is [{ } asked])
        {
            if (offered.Any(format => format.Name == asked))
                return asked;
            error = new ParameterError("format", "invalid-value", $"format cannot be \"{asked}\"; it takes {string.Join(", ", offered.Select(format => format.Name))}");
            return null;
        }

        if (request.Query["format"].Count > 1)
            error = new ParameterError("format", "invalid-value", "format is given more than once");
        var accept = request.GetTypedHeaders().Accept;
        if (accept.Count == 0)
            return offered[0].Name;
        return accept.Where(range => range.Quality is not 0).OrderByDescending(range => range.Quality ?? 1)
            .Select(range => offered.FirstOrDefault(format => ReferenceEquals(accept.RangeOf(format.MediaType), range)).Name)
            .FirstOrDefault(name => name is not null);
    }

    // Of the ranges that a type fits, the most specific has the say: "application/json;q=0, */*" is anything but JSON.
    private static MediaTypeHeaderValue? RangeOf(this IEnumerable<MediaTypeHeaderValue> accept, string mediaType) =>
        accept.Where(range => range.Fits(mediaType)).MinBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0);

    // A browser that takes application/xml does not ask for application/tei+xml.
    private static bool Fits(this MediaTypeHeaderValue accept, string mediaType)
    {
        var offered = new MediaTypeHeaderValue(mediaType);
        return accept.MatchesAllTypes
            || (accept.Type.Equals(offered.Type, StringComparison.OrdinalIgnoreCase)
                && (accept.MatchesAllSubTypes || accept.SubType.Equals(offered.SubType, StringComparison.OrdinalIgnoreCase)));
    }
}
