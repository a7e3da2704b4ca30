namespace KnowledgeBase.Corpus;

/// <summary>
/// What can speak for or against an attribution. Doubts multiply the confidence by a factor below one; the rest says
/// on which ground it stands.
/// </summary>
public static class Evidence
{
    /// <summary>The name stands in the report's roster.</summary>
    public const string RosterName = "roster-name";

    /// <summary>The title printed here is the roster's.</summary>
    public const string RosterTitle = "roster-title";

    /// <summary>The registry knows the name.</summary>
    public const string RegistryName = "registry-name";

    /// <summary>The report introduces the name with a title, here or elsewhere.</summary>
    public const string KnownName = "known-name";

    /// <summary>Only a part of a name known before is printed: its surname, an initial with it, a form of address behind it (钱教授), the last part of a foreign name (林德曼).</summary>
    public const string Surname = "surname";

    /// <summary>A pronoun stands for a person named before.</summary>
    public const string Pronoun = "pronoun";

    /// <summary>A title stands with the name: in front of it, or in English also behind it.</summary>
    public const string Title = "title";

    /// <summary>Neither roster nor registry knows the name: it is read from its shape (surname, or parts with ·).</summary>
    public const string NameShape = "name-shape";

    /// <summary>A verb of saying follows.</summary>
    public const string Cue = "cue";

    /// <summary>No verb of saying follows: title and name alone open the statement.</summary>
    public const string NoCue = "no-cue";

    /// <summary>The cue is a slip of the source (一直认为 for 一致认为).</summary>
    public const string TypoCue = "typo-cue";

    /// <summary>The name printed differs from the roster's (丽亚-… for 玛丽亚－…).</summary>
    public const string NameVariant = "name-variant";

    /// <summary>A word for a group stands where a name would (与会专家).</summary>
    public const string Group = "group";

    /// <summary>Quotation marks or a colon beside the name stand for a verb of saying.</summary>
    public const string Quotation = "quotation";

    /// <summary>The paragraph names nobody and goes on with the words of the one before.</summary>
    public const string Continued = "continued";

    /// <summary>The section is one of outcomes.</summary>
    public const string OutcomeSection = "outcome-section";

    /// <summary>The paragraph is numbered as a point (第一，).</summary>
    public const string Enumerated = "enumerated";

    /// <summary>A label stands in front of the turn: 主持人：.</summary>
    public const string Label = "label";

    /// <summary>A line with the person's name stands above: 薛澜｜清华大学教授.</summary>
    public const string NameLine = "name-line";

    /// <summary>The statement came ready-made in an import file; nothing but that file speaks for it.</summary>
    public const string Imported = "imported";

    internal static string Of(Segmentation.MarkKind mark) => mark == Segmentation.MarkKind.Label ? Label : NameLine;

    private static readonly Dictionary<string, double> Doubts = new(StringComparer.Ordinal)
    {
        [NameShape] = 0.85,
        [KnownName] = 0.95,
        [Surname] = 0.95,
        [Pronoun] = 0.85,
        [Quotation] = 0.85,
        [Continued] = 0.75,
        [NoCue] = 0.75,
        [TypoCue] = 0.9,
        [NameVariant] = 0.9,
        [NameLine] = 0.95,
        [Imported] = 0.9,
    };

    /// <summary>The confidence, 0 to 1 with two decimals, that a set of evidence gives.</summary>
    public static double Confidence(IEnumerable<string> evidence) =>
        Math.Round(evidence.Aggregate(0.98, (sum, e) => sum * Doubts.GetValueOrDefault(e, 1)), 2);
}
