using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace KnowledgeBase.Search;

/// <summary>Writes the files of a generation. Statements pass through once, and none is held.</summary>
internal sealed class GenerationWriter(GenerationFiles files, CorpusContent corpus)
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    // A segment is written when so much waits in memory. Each costs every search as much as the look-ups of its terms, and a tenth of
    // the build to be merged later: 100,000 statements are four.
    private const int BufferMegabytes = 160;
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
        using var directory = new NIOFSDirectory(files.Lucene);
        // Every field brings its own tokens; the analyzer is never asked.
        var config = new IndexWriterConfig(Version, new KeywordAnalyzer()) { OpenMode = OpenMode.CREATE, RAMBufferSizeMB = BufferMegabytes, Similarity = new Ranking() };
        using var writer = new IndexWriter(directory, config);
        var (count, digest) = (0, new StatementDigest());
        var documents = PreparedAhead.Of(corpus.Statements.Select((statement, order) => (Statement: statement, Order: order)),
            item => (item.Statement, Document: StatementDocument.To(item.Statement, item.Order, corpus.Registry, analysis)));
        // Each thread that adds documents writes segments of its own, and documents are numbered as they come: of few statements one
        // segment is searched sooner than two.
        try
        {
            InParallel.Each(documents.Select(item => Noted(item.Statement, item.Document)), document => writer.AddDocument(document), control.Cancellation, corpus.StatementCount < FewStatements ? 1 : Environment.ProcessorCount);
            writer.Commit();
        }
        catch
        {
            // Closing would first write what waits in memory.
            writer.Rollback();
            throw;
        }

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
