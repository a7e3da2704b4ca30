namespace KnowledgeBase.Search.Queries;

/// <summary>What a query asks for.</summary>
public abstract record QueryNode
{
    /// <summary>A word, or several written together: 可解释性.</summary>
    /// <param name="Text">As typed.</param>
    public sealed record Word(string Text) : QueryNode;

    /// <summary>An exact phrase: "数字鸿沟"; with a distance, its words near each other: "数据 隐私"~5.</summary>
    /// <param name="Text">Between the quotation marks.</param>
    /// <param name="Distance">The most characters between its words, in any order; null: exactly as it stands.</param>
    public sealed record Phrase(string Text, int? Distance = null) : QueryNode;

    /// <summary>A property: speaker:薛澜.</summary>
    /// <param name="Name">One of <see cref="QuerySyntax.Fields"/>.</param>
    /// <param name="Value">An id, name or alias.</param>
    public sealed record Field(string Name, string Value) : QueryNode;

    /// <summary>What must not match: -元宇宙.</summary>
    /// <param name="Operand">What it negates.</param>
    public sealed record Not(QueryNode Operand) : QueryNode;

    /// <summary>All of these.</summary>
    /// <param name="Operands">Two or more, or none for a query that asks for nothing.</param>
    /// <param name="IsStrict">Whether AND is written: then all are needed; otherwise all are preferred.</param>
    public sealed record And(IReadOnlyList<QueryNode> Operands, bool IsStrict = false) : QueryNode;

    /// <summary>Any of these.</summary>
    /// <param name="Operands">Two or more.</param>
    public sealed record Or(IReadOnlyList<QueryNode> Operands) : QueryNode;
}
