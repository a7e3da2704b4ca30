namespace KnowledgeBase.Fuzz.Targets;

/// <summary>All targets, by name, with how many of a hundred inputs each is fed: cheap ones have more.</summary>
internal static class FuzzTargets
{
    /// <summary>How a target is made, with whatever it needs (an index, a running service), and its share.</summary>
    public static readonly IReadOnlyDictionary<string, (Func<FuzzTarget> Make, int Share)> All = new Dictionary<string, (Func<FuzzTarget>, int)>(StringComparer.Ordinal)
    {
        ["words"] = (() => new WordsTarget(), 22),
        ["report"] = (() => new ReportTarget(), 14),
        ["query"] = (() => new QueryTarget(), 12),
        ["import"] = (() => new ImportTarget(), 12),
        ["text"] = (() => new DecoderTarget(), 14),
        ["html"] = (() => new HtmlTarget(), 8),
        ["docx"] = (() => new WordTarget(), 5),
        ["pdf"] = (() => new PdfTarget(), 4),
        ["yaml"] = (() => new YamlTarget(), 5),
        ["http"] = (() => new HttpTarget(), 4),
    };
}
