using KnowledgeBase.Corpus.People;
using KnowledgeBase.Corpus.Reading;
using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus;

/// <summary>A corpus folder as read: its registry, its reports, and what was wrong with the files.</summary>
/// <param name="Version">A hash over sources, descriptions and registry: equal corpora have equal versions on every machine.</param>
/// <param name="Registry">What people decided.</param>
/// <param name="Reports">The reports that could be read, by date and id.</param>
/// <param name="Diagnostics">Mistakes of files and registry; what concerns one report's text is in its audit.</param>
public sealed record CorpusContent(string Version, CorpusRegistry Registry, IReadOnlyList<Report> Reports, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>A hash over the registry alone.</summary>
    public string RegistryVersion { get; init; } = "";

    /// <summary>The ready-made statements; what is wrong with their files is among the diagnostics.</summary>
    public ImportedStatements Imported { get; init; } = ImportedStatements.None;

    /// <summary>Queries whose answers are known; an index of this corpus must give them.</summary>
    public IReadOnlyList<GoldenQuery> Golden { get; init; } = [];

    /// <summary>How many reports were segmented anew, and how many came back as they were segmented before; a copy that was left out too.</summary>
    public (int Anew, int Unchanged) Segmented { get; init; }

    /// <summary>Where the reports are remembered as they were segmented; null where they are not.</summary>
    public SegmentedReports? Remembered { get; init; }

    /// <summary>
    /// All statements: those of the reports, then the imported ones, which are read anew by each enumeration and must not
    /// be held together.
    /// </summary>
    public IEnumerable<Statement> Statements => Reports.SelectMany(report => report.Statements).Concat(Imported.All());

    /// <summary>How many statements there are.</summary>
    public int StatementCount => Reports.Sum(report => report.Statements.Count) + Imported.Count;

    /// <summary>How many reports the statements are of, imported ones too.</summary>
    public int ReportCount => Reports.Count + Imported.Reports;

    /// <summary>Mistakes of files and registry, then the doubts about each report's text.</summary>
    public IEnumerable<Diagnostic> AllDiagnostics => Diagnostics.Concat(Reports.SelectMany(report => report.Audit.Diagnostics));
}

/// <summary>Reads a corpus folder: <c>reports/&lt;id&gt;/report.md</c> (or .txt, .html, .docx, .pdf) with <c>report.yaml</c>, <c>registry/*.yaml</c>, <c>statements/*.jsonl</c>, <c>golden-queries.yaml</c>.</summary>
public static class CorpusReader
{
    /// <summary>Reads everything. A file that cannot be read is an error among the diagnostics; the others go through.</summary>
    /// <param name="corpus">The corpus folder.</param>
    /// <param name="segmented">Where reports are remembered as they were segmented; null: all are segmented anew.</param>
    /// <param name="control">What may stop it, between two reports or imported statements.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static CorpusContent Read(string corpus, SegmentedReports? segmented = null, BuildControl? control = null)
    {
        var diagnostics = new List<Diagnostic>();
        var registry = CorpusRegistry.Load(corpus, diagnostics);
        var registryVersion = CorpusVersion.OfRegistry(corpus);
        Parser parse = segmented is null ? ReportParser.Parse : (source, description, known) => segmented.Parse(source, description, known, registryVersion);
        var reports = new List<Report>();
        var texts = new Dictionary<string, Report>(StringComparer.Ordinal);
        foreach (var folder in ReportFolders(corpus))
        {
            control?.Cancellation.ThrowIfCancellationRequested();
            if (ReadReport(folder, corpus, registry, parse, diagnostics) is { } report && IsNew(report, texts, diagnostics))
                reports.Add(report);
        }

        IReadOnlyList<Report> ordered = [.. SamePeople.Resolve(reports, registry, diagnostics).OrderBy(r => r.Reference.Date, StringComparer.Ordinal).ThenBy(r => r.Reference.Id, StringComparer.Ordinal)];
        var imported = ImportedStatements.Open(corpus, registry, ordered, diagnostics, control);
        Namesakes.ReportMissing(registry, [.. ReportFolders(corpus).Select(folder => Slug.Of(Path.GetFileName(folder))), .. imported.ReportIds], diagnostics);
        var golden = GoldenQueries.Read(corpus, diagnostics);
        return new CorpusContent(CorpusVersion.Of(corpus), registry, ordered, diagnostics)
        {
            RegistryVersion = registryVersion,
            Imported = imported,
            Remembered = segmented,
            Golden = golden,
            Segmented = segmented is null ? (reports.Count, 0) : (segmented.Anew, segmented.Unchanged),
        };
    }

    /// <summary>What a file is called as the report of its folder: its ending tells the format, and a file of an unknown ending is text.</summary>
    public static string ReportFileName(string path) => "report" + (FileKind.IsKnown(path) ? Path.GetExtension(path).ToLowerInvariant() : ".md");

    /// <summary>Segments one file, which may lie inside a corpus or anywhere; null where it cannot be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="corpus">The corpus folder that file names are relative to, if the file lies in it; may be null.</param>
    /// <param name="registry">The registry to use.</param>
    /// <param name="diagnostics">Receives what was wrong with the file; doubts about its text are in the report's audit.</param>
    public static Report? ReadFile(string path, string? corpus, CorpusRegistry registry, ICollection<Diagnostic> diagnostics) =>
        ReadFile(path, corpus, registry, ReportParser.Parse, diagnostics);

    private static Report? ReadFile(string path, string? corpus, CorpusRegistry registry, Parser parse, ICollection<Diagnostic> diagnostics)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var name = NameOf(path, corpus);
        var source = SourceReader.Read(path, name, diagnostics);
        var descriptionFile = Path.Combine(folder, "report.yaml");
        var isInCorpus = ReportFiles.IsReport(path);
        var description = ReportDescriptions.Read(
            isInCorpus ? descriptionFile : null, NameOf(descriptionFile, corpus), IdOf(path, isInCorpus), diagnostics);
        return source is null ? null : parse(source, description, registry.In(description.Id));
    }

    private static IEnumerable<string> ReportFolders(string corpus)
    {
        var folder = Path.Combine(corpus, "reports");
        return Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal) : [];
    }

    private static Report? ReadReport(string folder, string corpus, CorpusRegistry registry, Parser parse, List<Diagnostic> diagnostics) =>
        ReportFiles.Find(folder, file => NameOf(file, corpus), diagnostics) is { } file ? ReadFile(file, corpus, registry, parse, diagnostics) : null;

    // The same text in two folders would be two reports of one event, each statement found twice.
    private static bool IsNew(Report report, Dictionary<string, Report> texts, List<Diagnostic> diagnostics)
    {
        if (texts.TryAdd(report.Source.TextSha256, report))
            return true;
        new FileProblems(report.Source.File, diagnostics).Warn("KB016", $"this report is {texts[report.Source.TextSha256].Source.File} once more and was left out: remove one of the two folders");
        return false;
    }

    // Inside the corpus: reports/aicg2021/report.md on every machine; elsewhere as the user wrote it.
    private static string NameOf(string path, string? corpus)
    {
        var relative = corpus is null ? path : Path.GetRelativePath(corpus, path);
        return (relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? path : relative).Replace('\\', '/');
    }

    private static string IdOf(string path, bool isInCorpus) =>
        Slug.Of(isInCorpus ? Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))!) : Path.GetFileNameWithoutExtension(path));

    private delegate Report Parser(SourceText source, ReportDescription description, CorpusRegistry registry);
}
