using KnowledgeBase.Search;
using Microsoft.AspNetCore.Http.Extensions;

namespace KnowledgeBase.Api;

/// <summary>Query strings as lists of names and values.</summary>
internal static class QueryStrings
{
    /// <summary>The parameters in order; a repeated name comes once for each value.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(HttpRequest request) =>
        from parameter in request.Query
        from value in parameter.Value
        select KeyValuePair.Create(parameter.Key, value ?? "");

    /// <summary>Errors for the parameters that are not among the given ones.</summary>
    public static IReadOnlyList<ParameterError> Unknown(HttpRequest request, params string[] known) =>
    [
        .. request.Query.Keys.Where(name => !known.Contains(name, StringComparer.Ordinal))
            .Select(name => new ParameterError(name, "unknown-parameter", $"there is no parameter \"{name}\"; there {(known.Length == 0 ? "is none" : "are " + string.Join(", ", known))}")),
    ];

    /// <summary>The value of a parameter that is a whole number; an error is added where it is none or out of bounds.</summary>
    public static int Number(HttpRequest request, string parameter, int least, int most, int otherwise, List<ParameterError> errors)
    {
        var given = new GivenParameters(Of(request));
        var number = given.Number(parameter, least, most, otherwise);
        errors.AddRange(given.Errors);
        return number;
    }

    /// <summary>Path and query of the request without one parameter.</summary>
    public static string Without(HttpRequest request, string parameter) =>
        request.Path + new QueryBuilder(Of(request).Where(pair => pair.Key != parameter)).ToQueryString().ToString();
}
