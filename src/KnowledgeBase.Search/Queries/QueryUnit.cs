namespace KnowledgeBase.Search.Queries;

/// <summary>Where a form of a query's word comes from.</summary>
public enum FormSource
{
    /// <summary>As typed.</summary>
    Typed,

    /// <summary>Another form of the same term of the glossary, or another name of the same person or institution.</summary>
    Synonym,

    /// <summary>A word that the glossary relates to it.</summary>
    Related,

    /// <summary>What was typed in pinyin.</summary>
    Pinyin,
}

/// <summary>One writing that answers a word of the query.</summary>
/// <param name="Text">As the glossary, the registry or the query writes it.</param>
/// <param name="Weight">How much it counts, 1 for what was typed.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="IsWhole">Whether it must stand as whole words (UN in no "fund"); otherwise any place where its characters stand.</param>
internal sealed record QueryForm(string Text, float Weight, FormSource Source, bool IsWhole);

/// <summary>A word of the query: what answers it, whom it means, and the words inside it.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Forms">The writings that answer it, the typed one first.</param>
/// <param name="Meanings">The people and institutions that it names.</param>
/// <param name="Shows">The themes that it shows, by id: 国际法 law.</param>
/// <param name="Names">The themes that it names, by id: 数字鸿沟 the one of the digital divide.</param>
/// <param name="Parts">The words inside it, where it is made of several; otherwise empty.</param>
internal sealed record QueryUnit(
    string Text, IReadOnlyList<QueryForm> Forms, IReadOnlyList<Meaning> Meanings, IReadOnlyList<string> Shows, IReadOnlyList<string> Names, IReadOnlyList<QueryUnit> Parts)
{
    /// <summary>The words that it is made of: its parts, or itself.</summary>
    public IReadOnlyList<QueryUnit> Leaves => Parts.Count == 0 ? [this] : Parts;
}
