namespace KnowledgeBase.Fuzz.Targets;

/// <summary>All targets, by name, with how many of a hundred inputs each is fed: cheap ones have more.</summary>
internal static class FuzzTargets
{
    /// <summary>How a target is made, with whatever it needs (an index, a running service), and its share.</summary>
    public static readonly IReadOnlyDictionary<string, (Func<FuzzTarget> Make, int Share)> All = new Dictionary<string, (Func<FuzzTarget>, int)>(StringComparer.Ordinal)
    {
        ["words"] = (() => new WordsTarget(), 36),
        ["report"] = (() => new ReportTarget(), 10),
        ["query"] = (() => new QueryTarget(), 4),
        ["import"] = (() => new ImportTarget(), 12),
        ["text"] = (() => new DecoderTarget(), 20),
        ["html"] = (() => new HtmlTarget(), 5),
        ["docx"] = (() => new WordTarget(), 3),
        ["pdf"] = (() => new PdfTarget(), 3),
        ["yaml"] = (() => new YamlTarget(), 3),
        ["http"] = (() => new HttpTarget(), 4),
    };
}
