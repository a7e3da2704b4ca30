namespace KnowledgeBase.Search;

/// <summary>A value of a facet: theme, metaverse.</summary>
/// <param name="Facet">The facet's name.</param>
/// <param name="Id">The value.</param>
public sealed record FacetSelection(string Facet, string Id);

/// <summary>Reads the values of filters: ids, and names that are one's alone.</summary>
public static class FilterValues
{
    /// <summary>The id that a value means; null, and an error, where it means none or several.</summary>
    /// <param name="facet">The facet.</param>
    /// <param name="value">The value as given.</param>
    /// <param name="names">The names that values may use.</param>
    /// <param name="parameter">The parameter that gives it, for the error.</param>
    /// <param name="given">Told what is wrong.</param>
    public static string? Read(string facet, string value, Names names, string parameter, GivenParameters given)
    {
        value = value.Trim();
        if (!names.HasEntities(facet))
            return Fixed(facet, value, parameter, given);
        var ids = names.Resolve(facet, value);
        if (ids.Count == 1)
            return ids[0];
        if (ids.Count == 0)
            given.Error(parameter, "unknown-value", value.Length == 0 ? $"{parameter} is empty" : $"no {facet} has the id or name \"{value}\"; GET /api/v1/facets/{facet} lists them");
        else
            given.Error(parameter, "ambiguous-value", $"\"{value}\" can mean {string.Join(" or ", ids)}: give the id");
        return null;
    }

    private static string? Fixed(string facet, string value, string parameter, GivenParameters given)
    {
        var allowed = FacetValueSets.Allowed(facet);
        if (allowed is null ? FacetValueSets.FitsForm(facet, value) : allowed.Contains(value, StringComparer.Ordinal))
            return facet == "country" ? value.ToUpperInvariant() : value;
        given.Error(parameter, "invalid-value", $"{facet} cannot be \"{value}\"; it takes {(allowed is null ? FacetValueSets.FormOf(facet) : string.Join(", ", allowed))}");
        return null;
    }
}
