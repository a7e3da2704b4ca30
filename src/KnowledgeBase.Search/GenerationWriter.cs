using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Inversion;
using Lucene.Net.Documents;

namespace KnowledgeBase.Search;

/// <summary>Writes the files of a generation. Statements pass through once; only the texts of those that wait to be written are held.</summary>
internal sealed class GenerationWriter(GenerationFiles files, CorpusContent corpus)
{
    // Documents that several processors write are numbered as they come, in segments of each: of few statements one is searched sooner.
    private const int FewStatements = 16_384;

    /// <summary>Writes everything, and tells the log of each statement.</summary>
    public void Write(ChangeLog changes, BuildControl control)
    {
        WriteReports();
        var analysis = WriteAnalysis();
        var catalogue = new CatalogueBuilder(corpus.Registry);
        foreach (var report in corpus.Reports)
            catalogue.Add(report);
        var (statements, digest) = WriteStatements(catalogue, changes, analysis, control);
        WriteJson(files.Catalogue, catalogue.Build(), CorpusJson.Options);
        KnownErrors.Write(files, corpus);
        WriteJson(files.Golden, corpus.Golden, CorpusJson.Options);
        WriteJson(files.Manifest, new GenerationManifest(corpus.Version, statements, DateTimeOffset.UtcNow, WordAnalysis.Fingerprint(corpus.RegistryVersion), digest), CorpusJson.Indented);
        GenerationSeal.Write(files);
    }

    private void WriteReports()
    {
        System.IO.Directory.CreateDirectory(files.Sources);
        System.IO.Directory.CreateDirectory(files.Audits);
        var sources = corpus.Reports.Select(report => report.Source.File).ToHashSet(StringComparer.Ordinal);
        WriteJson(files.Diagnostics, corpus.Diagnostics.Where(diagnostic => !sources.Contains(diagnostic.File)), CorpusJson.Options);
        foreach (var report in corpus.Reports)
        {
            File.WriteAllText(files.Source(report.Reference.Id), report.Source.Text);
            if (report.Source.PageStarts.Count > 0)
                WriteJson(files.Pages(report.Reference.Id), report.Source.PageStarts.Select(report.Source.CodePoints.ToCodePoint), CorpusJson.Options);
            WriteJson(files.Audit(report.Reference.Id), Audited(report), CorpusJson.Options);
        }
    }

    // What was wrong with the report's file, and who its people are, was found outside of its text.
    private Audit Audited(Report report) => report.Audit with { Diagnostics = [.. corpus.Diagnostics.Where(diagnostic => diagnostic.File == report.Source.File), .. report.Audit.Diagnostics] };

    private WordAnalysis WriteAnalysis()
    {
        var people = corpus.Reports.SelectMany(report => report.Statements.Select(s => s.Speaker?.Name).Concat(report.Audit.Roster.Select(entry => entry.Name)))
            .Concat(corpus.Imported.SpeakerNames);
        var analysis = new WordAnalysis(Vocabulary.Of(corpus.Registry, people.OfType<string>().Distinct(StringComparer.Ordinal)));
        WriteJson(files.Analysis, new AnalysisData(analysis.Domain.Words, corpus.Registry.Glossary, corpus.Registry.Themes), CorpusJson.Options);
        return analysis;
    }

    private (int Count, string Digest) WriteStatements(CatalogueBuilder catalogue, ChangeLog changes, WordAnalysis analysis, BuildControl control)
    {
        var (count, digest) = (0, new StatementDigest());
        var documents = PreparedAhead.Of(corpus.Statements.Select((statement, order) => (Statement: statement, Order: order)),
            item => (item.Statement, Document: StatementDocument.To(item.Statement, item.Order, corpus.Registry, analysis)));
        ParallelIndexing.Write(files.Lucene, documents.Select(item => Noted(item.Statement, item.Document)), StatementDocument.Inverted, corpus.StatementCount < FewStatements ? 1 : Environment.ProcessorCount, control.Cancellation);
        return (count, digest.ToString());

        // One after the other, in the order of the statements.
        Document Noted(Statement statement, Document document)
        {
            var stored = StatementDocument.From(document);
            changes.Add(stored);
            digest.Add(stored);
            catalogue.Add(statement);
            count++;
            control.Progress?.Report(new BuildStep(BuildPhase.Indexing, count));
            return document;
        }
    }

    private static void WriteJson<T>(string path, T value, JsonSerializerOptions options)
    {
        using var file = File.Create(path);
        JsonSerializer.Serialize(file, value, options);
    }
}
