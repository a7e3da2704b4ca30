namespace KnowledgeBase.Api;

/// <summary>Marks an operation that takes the parameters of a search, and names those it takes besides.</summary>
internal sealed record SearchDescription(params string[] Besides)
{
    /// <summary>The parameters of a search that it does not take.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];
}
