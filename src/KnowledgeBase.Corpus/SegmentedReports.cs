using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus;

/// <summary>
/// Remembers reports as they were segmented, one file each, so that one that has not changed is not segmented again. A
/// file's name is a hash of everything that decides the outcome: text, description, registry, program. A file that is
/// damaged or does not belong here is passed over, and the report is segmented as if it were new.
/// </summary>
/// <param name="folder">Where the files lie; it is made when the first is written.</param>
/// <param name="isReadOnly">Whether nothing may be written or removed.</param>
public sealed class SegmentedReports(string folder, bool isReadOnly = false)
{
    // The rules of segmentation are the program's: another build of it may read a text otherwise.
    private static readonly string Program = typeof(SegmentedReports).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>How many reports came back as they were segmented before.</summary>
    public int Unchanged { get; private set; }

    /// <summary>How many reports were segmented now.</summary>
    public int Anew { get; private set; }

    /// <summary>The report of a text: as it was segmented before, or segmented now.</summary>
    /// <param name="source">The text.</param>
    /// <param name="description">What is known of the report besides its text.</param>
    /// <param name="registry">What people decided.</param>
    /// <param name="registryVersion">A hash over the registry.</param>
    public Report Parse(SourceText source, ReportDescription description, CorpusRegistry registry, string registryVersion)
    {
        string[] decisive = [Program, registryVersion, source.File, source.Sha256, Hash(source.Text), JsonSerializer.Serialize(description, CorpusJson.Options)];
        var name = Hash(string.Join('\n', decisive));
        _used.Add(name);
        if (Find(name) is { } known && known.Reference.Id == description.Id)
        {
            Unchanged++;
            return new Report { Reference = known.Reference, Description = description, Source = source, Statements = known.Statements, Panels = known.Panels, Audit = known.Audit };
        }

        Anew++;
        var report = ReportParser.Parse(source, description, registry);
        Write(name, new Segmented(report.Reference, report.Statements, report.Panels, report.Audit));
        return report;
    }

    /// <summary>Removes the files that were not asked for: of reports, registries and programs that are no more.</summary>
    public void Prune()
    {
        if (isReadOnly || !Directory.Exists(folder))
            return;
        Try(() =>
        {
            foreach (var path in Directory.GetFiles(folder).Where(path => !_used.Contains(Path.GetFileNameWithoutExtension(path))))
                Try(() => File.Delete(path));
        });
    }

    private string PathOf(string name) => Path.Combine(folder, name + ".json");

    // The first line is a hash of the second, so that no damage goes unseen.
    private Segmented? Find(string name)
    {
        try
        {
            var lines = File.Exists(PathOf(name)) ? File.ReadAllLines(PathOf(name)) : [];
            return lines is [var hash, var json] && hash == Hash(json) ? JsonSerializer.Deserialize<Segmented>(json, CorpusJson.Options) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private void Write(string name, Segmented segmented)
    {
        if (isReadOnly)
            return;
        var json = JsonSerializer.Serialize(segmented, CorpusJson.Options);
        var unfinished = $"{PathOf(name)}.{Environment.ProcessId}";
        Try(() =>
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(unfinished, $"{Hash(json)}\n{json}\n");
            File.Move(unfinished, PathOf(name), overwrite: true);
        });
    }

    // Without these files a build is slower and nothing else. A file that is larger than the system lets it be is an
    // ArgumentOutOfRangeException to .NET.
    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
        }
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private sealed record Segmented(ReportReference Reference, IReadOnlyList<Statement> Statements, IReadOnlyList<PanelReference> Panels, Audit Audit);
}
