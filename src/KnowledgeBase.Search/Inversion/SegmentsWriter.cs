using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KnowledgeBase.Search.Inversion;

/// <summary>Writes documents to the segments of an index, which <see cref="Finish"/> publishes. For one thread.</summary>
internal sealed class SegmentsWriter : IDisposable
{
    // A segment is written when so many tokens wait in memory, about four bytes each; those of one field take twelve more while it is
    // written, and these stay for the next. Each segment costs a search as much as the look-ups of its terms, and a build as much as
    // its terms are: 25,000 statements are one.
    private const long MostWaiting = 22_000_000;

    // Where memory is scarce they are smaller: all that wait take an eighth of it.
    private const long LeastWaiting = 200_000;
    private const long BytesOfToken = 16;
    private readonly WaitingTokens _waiting = new();
    private readonly IndexWriter _writer;
    private readonly long _mostWaiting;

    /// <summary>Begins an empty index.</summary>
    /// <param name="directory">Where it is written.</param>
    /// <param name="inverted">The fields that are <see cref="TokensField"/>s.</param>
    /// <param name="mostWaiting">How many tokens wait before a segment is written.</param>
    /// <param name="merges">Whether many segments become few.</param>
    public SegmentsWriter(Lucene.Net.Store.Directory directory, IReadOnlyCollection<string> inverted, long mostWaiting, bool merges = true)
    {
        _mostWaiting = mostWaiting;
        // Every field brings its own tokens; the analyzer is never asked.
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
        {
            OpenMode = OpenMode.CREATE,
            Similarity = new Ranking(),
            Codec = new InvertingCodec(_waiting, inverted),
            // What goes wrong is thrown here, not noted by another thread.
            MergeScheduler = new SerialMergeScheduler(),
        };
        if (!merges)
            config.MergePolicy = NoMergePolicy.COMPOUND_FILES;
        _writer = new IndexWriter(directory, config);
    }

    /// <summary>How many tokens should wait in each of some writers that work at once.</summary>
    public static long WaitingIn(int writers) => Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 8 / BytesOfToken / writers, LeastWaiting, MostWaiting);

    /// <summary>Adds a document.</summary>
    public void Add(Document document)
    {
        foreach (var field in document.Fields.OfType<TokensField>())
            field.SetStringValue(_waiting.Add(field.Tokens));
        _writer.AddDocument(document);
        if (_waiting.Count >= _mostWaiting)
            _writer.Flush(triggerMerge: true, applyAllDeletes: false);
    }

    /// <summary>Takes over the segments of other indexes.</summary>
    public void Add(IEnumerable<Lucene.Net.Store.Directory> indexes) => _writer.AddIndexes([.. indexes]);

    /// <summary>Writes what waits, and publishes the index.</summary>
    public void Finish()
    {
        // Closing alone would lose, without a word, what waits when memory ran out before.
        _writer.Commit();
        _writer.Dispose();
    }

    /// <summary>Closes the index; what was not finished is lost.</summary>
    // Disposing the writer would first write what waits in memory.
    public void Dispose() => _writer.Rollback();
}
