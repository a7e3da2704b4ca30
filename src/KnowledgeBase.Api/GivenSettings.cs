namespace KnowledgeBase.Api;

/// <summary>
/// Settings as they are given: <c>--log-format json</c>, or KB_LOG_FORMAT in the environment; an argument outweighs the
/// environment. What is wrong with them is gathered, so that a service that cannot start says all of it.
/// </summary>
internal sealed class GivenSettings(IConfiguration configuration)
{
    private readonly List<string> _mistakes = [];

    /// <summary>What is wrong with the settings read so far, a sentence each.</summary>
    public IReadOnlyList<string> Mistakes => _mistakes;

    /// <summary>The name of a setting's environment variable: log-format → KB_LOG_FORMAT.</summary>
    public static string VariableOf(string name) => "KB_" + name.ToUpperInvariant().Replace('-', '_');

    /// <summary>A setting as it was given; null where it is not given, or empty.</summary>
    public string? Text(string name) => (configuration[name] ?? configuration[VariableOf(name)]) is { Length: > 0 } text ? text : null;

    /// <summary>A setting that takes one of some words; the first of them unless it is given.</summary>
    public string OneOf(string name, params string[] words)
    {
        if (Text(name) is not { } given || words.Contains(given, StringComparer.Ordinal))
            return Text(name) ?? words[0];
        Wrong(name, $"cannot be \"{given}\"", string.Join(" or ", words));
        return words[0];
    }

    /// <summary>Notes that a setting cannot be used.</summary>
    /// <param name="name">The setting.</param>
    /// <param name="what">What is wrong with it.</param>
    /// <param name="takes">What it takes.</param>
    public void Wrong(string name, string what, string takes) => _mistakes.Add($"{name} ({VariableOf(name)}) {what}; it takes {takes}.");

    /// <summary>Whether a setting is switched on: true, or false unless it is given.</summary>
    public bool IsOn(string name) => OneOf(name, "false", "true") == "true";

    /// <summary>A setting that takes whole seconds, at most an hour.</summary>
    public TimeSpan Seconds(string name, int otherwise)
    {
        const int Most = 3600;
        if (Text(name) is not { } given)
            return TimeSpan.FromSeconds(otherwise);
        if (int.TryParse(given, System.Globalization.NumberStyles.None, null, out var seconds) && seconds <= Most)
            return TimeSpan.FromSeconds(seconds);
        Wrong(name, $"cannot be \"{given}\"", $"whole seconds, 0 to {Most}");
        return TimeSpan.FromSeconds(otherwise);
    }
}
