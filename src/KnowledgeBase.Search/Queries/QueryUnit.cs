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
/// <param name="IsWhole">Whether it must stand as words of the content (UN not in "fund", 法治 not in 算法治理), or begin a longer one; otherwise any place where its characters stand.</param>
internal sealed record QueryForm(string Text, float Weight, FormSource Source, bool IsWhole);

/// <summary>A word of the query: what answers it, whom it means, and the words inside it.</summary>
/// <param name="Text">As typed.</param>
/// <param name="IsKnown">Whether glossary or registry know it: then its words alone do not mean what it means (数字鸿沟 is not about 数字).</param>
/// <param name="Forms">The writings that answer it, the typed one first; of the others, and of long typed ones, those that stand somewhere.</param>
/// <param name="Longer">Writings that contain the typed one (可解释性 for 可解释): found with it, but as words they rank for themselves.</param>
/// <param name="Meanings">The people and institutions that it names.</param>
/// <param name="Shows">The themes that it shows, by id: 国际法 law.</param>
/// <param name="Names">The themes that it names, by id: 数字鸿沟 the one of the digital divide.</param>
/// <param name="Parts">The words inside it, where it is made of several; otherwise empty.</param>
internal sealed record QueryUnit(
    string Text, bool IsKnown, IReadOnlyList<QueryForm> Forms, IReadOnlyList<string> Longer, IReadOnlyList<Meaning> Meanings,
    IReadOnlyList<string> Shows, IReadOnlyList<string> Names, IReadOnlyList<QueryUnit> Parts)
{
    /// <summary>The words that it must stand near; null where it may stand anywhere.</summary>
    public Nearness? Near { get; init; }

    /// <summary>Whether it was typed in pieces (徐 健) that may as well stand apart.</summary>
    public bool IsJoined { get; init; }

    /// <summary>The words of it that can be given up one by one: itself where it is known, otherwise its parts.</summary>
    public IReadOnlyList<QueryUnit> Leaves => IsKnown || Parts.Count == 0 ? [this] : Parts;

    /// <summary>Itself and all words inside it.</summary>
    public IEnumerable<QueryUnit> All => Parts.SelectMany(part => part.All).Prepend(this);
}

/// <summary>That some words must stand near each other. The words of one "…"~n share one.</summary>
/// <param name="Distance">The most characters between them.</param>
internal sealed record Nearness(int Distance);
