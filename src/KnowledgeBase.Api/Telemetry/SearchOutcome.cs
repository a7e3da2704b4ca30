namespace KnowledgeBase.Api.Telemetry;

/// <summary>What became of a search.</summary>
internal enum SearchOutcome
{
    /// <summary>It broke, by no fault of who asked; also what is said of a search that has not ended.</summary>
    Failed,

    /// <summary>It found statements.</summary>
    Found,

    /// <summary>It found nothing.</summary>
    Nothing,

    /// <summary>It could not be read (400).</summary>
    Invalid,

    /// <summary>It was to go on on a generation that is no more (410).</summary>
    Gone,

    /// <summary>Who asked went away.</summary>
    Aborted,

    /// <summary>It took too long and was stopped (503).</summary>
    Timeout,
}

/// <summary>By which way a search came in.</summary>
internal enum SearchFace
{
    /// <summary>GET /api/v1/statements.</summary>
    Api,

    /// <summary>The search page.</summary>
    Page,

    /// <summary>The tool search_statements.</summary>
    Mcp,
}

/// <summary>What a search asked for.</summary>
internal enum SearchAsked
{
    /// <summary>No text: everything, or what filters leave; the start page is such a search.</summary>
    Browse,

    /// <summary>A text.</summary>
    Text,

    /// <summary>Where to go on: a later page, whatever was asked.</summary>
    Next,
}

/// <summary>The values as labels; written once, for they are asked for at every search.</summary>
internal static class SearchLabels
{
    private static readonly string[] Outcomes = [.. Enum.GetNames<SearchOutcome>().Select(name => name.ToLowerInvariant())];
    private static readonly string[] Faces = [.. Enum.GetNames<SearchFace>().Select(name => name.ToLowerInvariant())];
    private static readonly string[] Askeds = [.. Enum.GetNames<SearchAsked>().Select(name => name.ToLowerInvariant())];

    public static string Label(this SearchOutcome outcome) => Outcomes[(int)outcome];

    public static string Label(this SearchFace face) => Faces[(int)face];

    public static string Label(this SearchAsked asked) => Askeds[(int)asked];
}
