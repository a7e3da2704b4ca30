using System.Globalization;

namespace KnowledgeBase.Search;

/// <summary>A parameter that cannot be used.</summary>
/// <param name="Parameter">Its name as given.</param>
/// <param name="Code">What is wrong, for programs: unknown-parameter, missing-parameter, unknown-value, ambiguous-value, invalid-value, invalid-query, invalid-cursor, same-sides.</param>
/// <param name="Message">What is wrong, for people.</param>
public sealed record ParameterError(string Parameter, string Code, string Message);

/// <summary>Parameters as URLs and the command line give them, with everything that is found wrong with them.</summary>
public sealed class GivenParameters
{
    private readonly Dictionary<string, List<string>> _given = new(StringComparer.Ordinal);
    private readonly List<ParameterError> _errors = [];

    /// <summary>Takes names and values, in order; a name may come more than once.</summary>
    public GivenParameters(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        foreach (var (name, value) in parameters)
        {
            if (!_given.TryGetValue(name, out var values))
                _given.Add(name, values = []);
            values.Add(value);
        }
    }

    /// <summary>What is wrong, in the order in which it was found.</summary>
    public IReadOnlyList<ParameterError> Errors => _errors;

    /// <summary>The values of a parameter; none where it is not given.</summary>
    public IReadOnlyList<string> Of(string parameter) => _given.GetValueOrDefault(parameter) ?? [];

    /// <summary>The value of a parameter that takes one; null where it is not given.</summary>
    public string? One(string parameter)
    {
        if (!_given.TryGetValue(parameter, out var values))
            return null;
        if (values.Count > 1)
            Error(parameter, "invalid-value", $"{parameter} is given {values.Count} times; it takes one value");
        return values[0];
    }

    /// <summary>The value of a parameter that takes one and must be given; null where it is not.</summary>
    /// <param name="parameter">Its name.</param>
    /// <param name="what">What to give, for the message: theme or another facet.</param>
    public string? Required(string parameter, string what)
    {
        var value = One(parameter)?.Trim();
        if (!string.IsNullOrEmpty(value))
            return value;
        Error(parameter, "missing-parameter", $"{parameter} is missing; it takes {what}");
        return null;
    }

    /// <summary>The value of a parameter that is a whole number.</summary>
    public int Number(string parameter, int least, int most, int otherwise)
    {
        if (One(parameter) is not { } text)
            return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Error(parameter, "invalid-value", $"{parameter} cannot be \"{text}\"; it takes a whole number from {least}{(most == int.MaxValue ? " on" : $" to {most}")}");
        return otherwise;
    }

    /// <summary>The value of a parameter that is one of a few; null where it is not given.</summary>
    public string? Choice(string parameter, params ReadOnlySpan<string> allowed)
    {
        var text = One(parameter);
        if (text is not null && !allowed.Contains(text))
            Error(parameter, "invalid-value", $"{parameter} cannot be \"{text}\"; it takes {string.Join(" or ", allowed)}");
        return text;
    }

    /// <summary>Adds to what is wrong.</summary>
    public void Error(string parameter, string code, string message) => _errors.Add(new ParameterError(parameter, code, message));

    /// <summary>Finds the parameters that do not exist: a misspelt one would otherwise widen a search in silence.</summary>
    /// <param name="listed">The names that a message lists.</param>
    /// <param name="others">Names that are known too.</param>
    public void RejectUnknown(IReadOnlyList<string> listed, params ReadOnlySpan<string> others)
    {
        foreach (var name in _given.Keys)
        {
            if (listed.Contains(name, StringComparer.Ordinal) || others.Contains(name))
                continue;
            var near = listed.FirstOrDefault(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase) || known + "s" == name || known.Replace(".", "", StringComparison.Ordinal) == name);
            Error(name, "unknown-parameter", near is null ? $"there is no parameter \"{name}\"; there are {string.Join(", ", listed)}" : $"there is no parameter \"{name}\"; \"{near}\" is meant?");
        }
    }
}
