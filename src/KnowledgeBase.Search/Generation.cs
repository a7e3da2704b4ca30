using System.Collections.Concurrent;
using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Queries;
using Lucene.Net.Index;

namespace KnowledgeBase.Search;

/// <summary>
/// One opened generation of the index: statements, names and sources of one corpus version. Immutable and safe to use
/// from many threads; disposing it closes its files.
/// </summary>
public sealed class Generation : IDisposable
{
    // About 10 KB each.
    private const int MostOpened = 512;
    private readonly Lucene.Net.Store.Directory _directory;
    private readonly DirectoryReader _reader;
    private readonly Dictionary<string, FacetOrdinals> _ordinals;
    private readonly ConcurrentDictionary<(string, bool), bool> _standing = new();
    private readonly Lazy<Spelling> _spelling;
    private readonly OpenedStatement?[] _opened = new OpenedStatement?[MostOpened];
    private readonly Lazy<Suggester> _suggester;

    private Generation(GenerationFiles files, GenerationManifest manifest, Lucene.Net.Store.Directory directory, DirectoryReader reader)
    {
        _directory = directory;
        _reader = reader;
        Files = files;
        Manifest = manifest;
        Info = new IndexInfo(files.Name, manifest.CorpusVersion);
        Catalogue = CatalogueFile.Read(files.Catalogue);
        Names = new Names(Catalogue);
        var analysis = JsonSerializer.Deserialize<AnalysisData>(File.ReadAllBytes(files.Analysis), CorpusJson.Options)!;
        Analysis = new WordAnalysis(new DomainWords(analysis.Words));
        Themes = new ThemeTagger(analysis.Themes);
        Thesaurus = new Thesaurus(analysis.Glossary, Catalogue, Themes);
        Forms = new FormQueries(Analysis);
        Searcher = new RememberingSearcher(reader) { Similarity = new Ranking() };
        Ranks = SortRanks.Load(reader);
        _suggester = new Lazy<Suggester>(() => SearchDeadline.Without(() => new Suggester(this)));
        _spelling = new Lazy<Spelling>(() => SearchDeadline.Without(() => new Spelling(Thesaurus, Analysis, reader)));
        _ordinals = StatementDocument.Facets.ToDictionary(facet => facet.Name, facet => FacetOrdinals.Load(reader, StatementDocument.FieldOf(facet.Name)), StringComparer.Ordinal);
    }

    /// <summary>The generation's name and corpus version, as every answer carries them.</summary>
    public IndexInfo Info { get; }

    /// <summary>The index folder that it lies in.</summary>
    public string IndexFolder => Path.GetDirectoryName(Path.GetDirectoryName(Files.Folder))!;

    /// <summary>What the generation says of itself.</summary>
    public GenerationManifest Manifest { get; }

    /// <summary>The names behind the facets' values.</summary>
    public Catalogue Catalogue { get; }

    /// <summary>The names of the catalogue, to be found by id and by name.</summary>
    public Names Names { get; }

    internal GenerationFiles Files { get; }

    internal RememberingSearcher Searcher { get; }

    internal WordAnalysis Analysis { get; }

    internal Thesaurus Thesaurus { get; }

    internal ThemeTagger Themes { get; }

    internal FormQueries Forms { get; }

    /// <summary>
    /// Whether a form finds any statement. Remembered for what nobody typed: the glossary's forms are asked for again and
    /// again, and there are only so many.
    /// </summary>
    internal bool Stands(QueryForm form) => form.Source == FormSource.Typed
        ? Finds(form)
        : _standing.GetOrAdd((form.Text, form.IsWhole), static (_, state) => state.Generation.Finds(state.Form), (Generation: this, Form: form));

    private bool Finds(QueryForm form) => Searcher.FindsAny(Forms.Of(form));

    internal Suggester Suggester => _suggester.Value;

    // Made when it is first needed: most searches find something.
    internal Spelling Spelling => _spelling.Value;

    internal SortRanks Ranks { get; }

    /// <summary>What a value of a facet is called; its count is not asked for.</summary>
    public FacetValue ValueOf(string facet, string id) => FacetValues.ValueOf(facet, id, 0, isSelected: false, Names);

    /// <summary>Opens the generation in a folder.</summary>
    /// <exception cref="IOException">The folder is missing or damaged.</exception>
    public static Generation Open(string folder)
    {
        var files = new GenerationFiles(folder);
        if (GenerationSeal.QuickDamage(files) is { } damage)
            throw new IOException(damage);
        try
        {
            var manifest = ManifestOf(files);
            var directory = IndexStorage.Open(files.Lucene);
            return new Generation(files, manifest, directory, DirectoryReader.Open(directory));
        }
        catch (Exception e) when (e is not (IOException or OutOfMemoryException))
        {
            // What damaged bytes make of a reader: a number that is no index, a length below zero.
            throw new IOException($"{files.Name} is damaged: {e.Message}", e);
        }
    }

    /// <summary>What a generation says of itself, without opening it.</summary>
    internal static GenerationManifest ManifestOf(GenerationFiles files) => JsonSerializer.Deserialize<GenerationManifest>(File.ReadAllBytes(files.Manifest), CorpusJson.Options)!;

    /// <summary>The statement of an id, or null.</summary>
    public StoredStatement? Find(string id)
    {
        var doc = DocOf(id);
        return doc < 0 ? null : Statement(doc);
    }

    /// <summary>
    /// The ids of the statements before and after one in its panel; of an outcome, among the outcomes of its report.
    /// </summary>
    public (string? Previous, string? Next) Neighbours(Statement statement)
    {
        var position = Ranks.PositionOf(DocOf(statement.Id));
        return (Neighbour(statement, position - 1), Neighbour(statement, position + 1));
    }

    /// <summary>How many statements it has.</summary>
    internal int Count => _reader.MaxDoc;

    /// <summary>All statements, in the order of the corpus.</summary>
    public IEnumerable<StoredStatement> All() => Enumerable.Range(0, Count).Select(position => Statement(Ranks.DocAt(position)));

    /// <summary>The ids of all statements, in the order of the index's terms; no statement is read.</summary>
    public IEnumerable<string> StatementIds()
    {
        var terms = MultiFields.GetTerms(_reader, StatementDocument.Id)?.GetEnumerator();
        while (terms?.MoveNext() == true)
            yield return terms.Term.Utf8ToString();
    }

    /// <summary>
    /// The decoded source of a report, line ends LF, or null where it is not here: there is no such report, or only its
    /// statements were imported.
    /// </summary>
    public string? SourceOf(string report) =>
        Names.Find("report", report) is ReportEntity { Sha256: not null } ? File.ReadAllText(Files.Source(report)) : null;

    /// <summary>
    /// The audit of a report whose source is here, as the build wrote it, with what was wrong with the file itself; null where only the report's statements were
    /// imported (then it has no source either), and in a generation that was built before audits were kept.
    /// </summary>
    public Audit? AuditOf(string report) =>
        Names.Find("report", report) is ReportEntity { Sha256: not null } && File.Exists(Files.Audit(report))
            ? JsonSerializer.Deserialize<Audit>(File.ReadAllBytes(Files.Audit(report)), CorpusJson.Options)
            : null;

    /// <summary>
    /// What was wrong with files of the corpus that have no audit: reports that could not be read, descriptions, registry, imports; empty
    /// in a generation that was built before this was kept.
    /// </summary>
    public IReadOnlyList<Diagnostic> Diagnostics() =>
        File.Exists(Files.Diagnostics) ? JsonSerializer.Deserialize<Diagnostic[]>(File.ReadAllBytes(Files.Diagnostics), CorpusJson.Options)! : [];

    /// <summary>The source that a statement was made from; null where it is not here, or here in another version.</summary>
    public string? SourceOf(Statement statement) =>
        statement.Source is { } source && Names.Find("report", statement.Report.Id) is ReportEntity report && report.Sha256 == source.Sha256 ? SourceOf(report.Id) : null;

    /// <summary>
    /// Where each page of a report's file begins in its source, in code points; empty where the file has no pages, where the source is not
    /// here, and in a generation that was built before pages were kept.
    /// </summary>
    public IReadOnlyList<int> PageStartsOf(string report) =>
        Names.Find("report", report) is ReportEntity { Sha256: not null } && File.Exists(Files.Pages(report))
            ? JsonSerializer.Deserialize<int[]>(File.ReadAllBytes(Files.Pages(report)))!
            : [];

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }

    /// <summary>The document of a statement's id, or -1.</summary>
    internal int DocOf(string id)
    {
        var hits = Searcher.Search(new KnownTermQuery(StatementDocument.Id, id), 1);
        return hits.TotalHits == 0 ? -1 : hits.ScoreDocs[0].Doc;
    }

    private string? Neighbour(Statement statement, int position)
    {
        if (Ranks.DocAt(position) is not (>= 0 and var doc))
            return null;
        var other = Statement(doc).Read();
        var isNear = other.Report.Id == statement.Report.Id && other.Panel?.Id == statement.Panel?.Id
            && (statement.Panel is not null || other.Kind == statement.Kind);
        return isNear ? other.Id : null;
    }

    /// <summary>A statement, read. The ones that were asked for last are remembered: many searches find the same.</summary>
    internal OpenedStatement Opened(int doc)
    {
        ref var slot = ref _opened[doc % _opened.Length];
        var known = Volatile.Read(ref slot);
        if (known?.Doc == doc)
            return known;
        var opened = new OpenedStatement(doc, Statement(doc), Analysis);
        Volatile.Write(ref slot, opened);
        return opened;
    }

    internal StoredStatement Statement(int doc) => StatementDocument.From(Searcher.Doc(doc));

    internal FacetOrdinals OrdinalsOf(string facet) => _ordinals[facet];
}

/// <summary>What a generation says of itself.</summary>
/// <param name="CorpusVersion">Hash over sources and registry.</param>
/// <param name="Statements">How many statements it holds.</param>
/// <param name="Built">When it was built, UTC.</param>
/// <param name="Analysis">A hash of what decided how its text was cut: lexicon, program, registry.</param>
/// <param name="Digest">A hash over all statements as they were given to the index, whatever their order.</param>
public sealed record GenerationManifest(string CorpusVersion, int Statements, DateTimeOffset Built, string Analysis, string Digest);

/// <summary>What queries of a generation need to be cut and expanded as its text was.</summary>
/// <param name="Words">The domain words.</param>
/// <param name="Glossary">The glossary.</param>
/// <param name="Themes">The theme vocabulary with its cues.</param>
internal sealed record AnalysisData(IReadOnlyList<string> Words, IReadOnlyList<GlossaryEntry> Glossary, IReadOnlyList<Theme> Themes);
