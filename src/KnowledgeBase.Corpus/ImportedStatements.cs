using System.Text.Json;
using KnowledgeBase.Corpus.Importing;
using KnowledgeBase.Corpus.Registry;

namespace KnowledgeBase.Corpus;

/// <summary>
/// The ready-made statements of <c>corpus/statements/*.jsonl</c>, one a line. They are read anew whenever they are asked
/// for, and never held together: there may be a million.
/// </summary>
public sealed class ImportedStatements
{
    /// <summary>No imports.</summary>
    public static readonly ImportedStatements None = new([], CorpusRegistry.Empty, []);

    private readonly IReadOnlyList<(string Path, string Name)> _files;
    private readonly CorpusRegistry _registry;
    private readonly IReadOnlyList<Report> _reports;

    private ImportedStatements(IReadOnlyList<(string Path, string Name)> files, CorpusRegistry registry, IReadOnlyList<Report> reports)
    {
        _files = files;
        _registry = registry;
        _reports = reports;
    }

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The names of their speakers.</summary>
    public IReadOnlyCollection<string> SpeakerNames { get; private set; } = [];

    /// <summary>How many reports they name that are not in the corpus.</summary>
    public int Reports => ReportIds.Count;

    /// <summary>The ids of those.</summary>
    internal IReadOnlySet<string> ReportIds { get; private set; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Reads the import files of a corpus once through: counts, names, and everything that is wrong with them.</summary>
    /// <param name="corpus">The corpus folder.</param>
    /// <param name="registry">What people decided about names, institutions and themes.</param>
    /// <param name="reports">The reports of the corpus; an import cannot have the id of a statement of theirs.</param>
    /// <param name="diagnostics">Receives what is wrong; a bad line is left out, the others go through.</param>
    /// <param name="control">What may stop it.</param>
    public static ImportedStatements Open(string corpus, CorpusRegistry registry, IReadOnlyList<Report> reports, ICollection<Diagnostic> diagnostics, BuildControl? control = null)
    {
        var imported = new ImportedStatements(FilesOf(corpus, diagnostics), registry, reports);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var here = reports.Select(report => report.Reference.Id).ToHashSet(StringComparer.Ordinal);
        var others = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in imported.Read(diagnostics))
        {
            control?.Cancellation.ThrowIfCancellationRequested();
            imported.Count++;
            if (statement.Speaker is not null)
                names.Add(statement.Speaker.Name);
            if (!here.Contains(statement.Report.Id))
                others.Add(statement.Report.Id);
        }

        imported.SpeakerNames = names;
        imported.ReportIds = others;
        return imported;
    }

    /// <summary>The statements in the order of files and lines; each enumeration reads the files again.</summary>
    /// <exception cref="IOException">A file was changed since the corpus was read.</exception>
    public IEnumerable<Statement> All()
    {
        var count = 0;
        foreach (var statement in Read([]))
        {
            count++;
            yield return statement;
        }

        if (count != Count)
            throw new IOException($"The files in statements/ were changed while they were read ({Count} statements before, {count} now); run it again.");
    }

    private IEnumerable<Statement> Read(ICollection<Diagnostic> diagnostics)
    {
        var reader = new StatementReader(_registry, _reports);
        var members = new GroupMembers(_registry, _reports);
        foreach (var (path, name) in _files)
        {
            foreach (var (statement, line) in Read(reader, path, name, new ImportDiagnostics(name, diagnostics)))
            {
                members.Add(statement, name, line);
                yield return statement;
            }
        }

        members.Finish(diagnostics);
    }

    private static IEnumerable<(Statement Statement, JsonLine Line)> Read(StatementReader reader, string path, string name, ImportDiagnostics diagnostics)
    {
        using var file = Open(path, diagnostics);
        var export = new ExportRows(diagnostics);
        foreach (var line in file is null ? [] : JsonLines.Read(file))
        {
            if (Read(reader, Path.GetFileNameWithoutExtension(name), line, export, diagnostics) is { } statement)
                yield return (statement, line);
        }

        export.Finish();
        diagnostics.Finish();
    }

    private static Statement? Read(StatementReader reader, string file, JsonLine line, ExportRows export, ImportDiagnostics diagnostics)
    {
        using var json = LineText.Parse(line, out var mistake);
        if (json is null)
        {
            diagnostics.Fail("KB201", line.Number, mistake.Column, $"{mistake.Message}; the line was left out");
            return null;
        }

        Watch(export, line.Number, json.RootElement);
        var problems = new LineProblems();
        var statement = reader.Read(new ImportRecord(json.RootElement, "", problems), file);
        if (problems.Error is { } error)
        {
            diagnostics.Fail(error.Code, line.Number, LineText.ColumnOf(line.Bytes.Span, error.Member), $"{error.Message}; the line was left out");
            return null;
        }

        foreach (var warning in problems.Warnings)
            diagnostics.Warn(warning.Code, line.Number, () => LineText.ColumnOf(line.Bytes.Span, warning.Member), warning.Message);
        return statement;
    }

    private static void Watch(ExportRows export, int line, JsonElement json)
    {
        if (json.TryGetProperty("export", out var member) && member.ValueKind == JsonValueKind.Object && Number("row") is { } row && Number("rows") is { } rows)
            export.Add(line, row, rows);

        int? Number(string name) => member.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
    }

    private static IReadOnlyList<(string Path, string Name)> FilesOf(string corpus, ICollection<Diagnostic> diagnostics)
    {
        var folder = Path.Combine(corpus, "statements");
        var files = new List<(string, string)>();
        string[] paths = Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            var name = $"statements/{Path.GetFileName(path)}";
            if (Path.GetExtension(path).Equals(".jsonl", StringComparison.OrdinalIgnoreCase))
                files.Add((path, name));
            else if (!Path.GetFileName(path).StartsWith('.') && Path.GetFileName(path) != "README.md")
                diagnostics.Add(new Diagnostic("KB210", Severity.Warning, name, 1, 1, "the file was not read: statements are imported from files called *.jsonl"));
        }

        return files;
    }

    private static FileStream? Open(string path, ImportDiagnostics diagnostics)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            diagnostics.Fail("KB001", 1, 1, $"the file cannot be read: {e.Message}");
            return null;
        }
    }
}
