namespace KnowledgeBase.Research.Comparing;

/// <summary>What to bear in mind when reading a comparison's figures.</summary>
/// <param name="Doubt">What it is.</param>
/// <param name="Side">The side it is about; null for both.</param>
/// <param name="Statements">How many statements it is about.</param>
public sealed record ComparisonNote(ComparisonDoubt Doubt, ComparedOn? Side, int Statements)
{
    /// <summary>In English.</summary>
    public string Message => Doubt switch
    {
        ComparisonDoubt.Empty => $"{Name} has no statements under this search: there is nothing to compare.",
        ComparisonDoubt.Anecdotes => $"{Name} has {Count}: its figures are anecdotes, not trends.",
        ComparisonDoubt.Overlap => $"{Count} {(Statements == 1 ? "is" : "are")} on both sides and {(Statements == 1 ? "counts" : "count")} on each: the sides differ more than the figures show.",
        ComparisonDoubt.Same => "Both sides are the same statements.",
        _ => $"All statements of {Name} are on the other side too.",
    };

    private string Name => Side == ComparedOn.A ? "a" : "b";

    private string Count => Statements == 1 ? "1 statement" : $"{Statements} statements";
}

/// <summary>Why a comparison's figures may mislead.</summary>
public enum ComparisonDoubt
{
    /// <summary>A side has no statements.</summary>
    Empty,

    /// <summary>A side has so few that each moves its shares by more than five points.</summary>
    Anecdotes,

    /// <summary>Some statements are on both sides.</summary>
    Overlap,

    /// <summary>Both sides are the same statements.</summary>
    Same,

    /// <summary>All statements of one side are on the other too.</summary>
    Within,
}
