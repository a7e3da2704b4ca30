using Lucene.Net.Documents;
using Lucene.Net.Store;
using Lock = System.Threading.Lock;

namespace KnowledgeBase.Search.Inversion;

/// <summary>Writes an index on several processors: each writes segments of its own, which are moved together in the end.</summary>
internal static class ParallelIndexing
{
    /// <summary>Writes an index.</summary>
    /// <param name="folder">Where; it is made.</param>
    /// <param name="documents">The documents.</param>
    /// <param name="inverted">The fields that are <see cref="TokensField"/>s.</param>
    /// <param name="processors">How many processors at most.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="Exception">What taking or writing a document has thrown.</exception>
    public static void Write(string folder, IEnumerable<Document> documents, IReadOnlyCollection<string> inverted, int processors, CancellationToken cancellation)
    {
        using var directory = new NIOFSDirectory(folder);
        if (processors == 1)
        {
            using var only = new SegmentsWriter(directory, inverted, SegmentsWriter.WaitingIn(1));
            WritePart(only, documents, cancellation, () => false);
            return;
        }

        List<string> parts = [.. Enumerable.Range(0, processors).Select(part => Path.Combine(folder, $"part-{part}"))];
        using var source = documents.GetEnumerator();
        var taking = new Lock();
        var hasFailed = false;
        InParallel.Each(parts, part =>
        {
            try
            {
                using var own = new NIOFSDirectory(part);
                using var writer = new SegmentsWriter(own, inverted, SegmentsWriter.WaitingIn(processors));
                WritePart(writer, Shared(source, taking), cancellation, () => Volatile.Read(ref hasFailed));
            }
            catch
            {
                Volatile.Write(ref hasFailed, true);
                throw;
            }
        }, cancellation, processors);
        List<MovedFiles> moved = [.. parts.Select(part => new MovedFiles(part, folder))];
        // Each has merged its own; all of them together would become one, for one processor to search.
        using (var all = new SegmentsWriter(directory, inverted, SegmentsWriter.WaitingIn(1), merges: false))
        {
            all.Add(moved);
            all.Finish();
        }

        moved.ForEach(part => part.Dispose());
        parts.ForEach(part => System.IO.Directory.Delete(part, recursive: true));
    }

    // Each document is taken by one of those who go through them.
    private static IEnumerable<Document> Shared(IEnumerator<Document> documents, Lock taking)
    {
        while (true)
        {
            Document next;
            lock (taking)
            {
                if (!documents.MoveNext())
                    yield break;
                next = documents.Current;
            }

            yield return next;
        }
    }

    private static void WritePart(SegmentsWriter writer, IEnumerable<Document> documents, CancellationToken cancellation, Func<bool> isLost)
    {
        foreach (var document in documents)
        {
            cancellation.ThrowIfCancellationRequested();
            if (isLost())
                return;
            writer.Add(document);
        }

        if (!isLost())
            writer.Finish();
    }

    // The files of a part are not needed once they were copied, and on the same disk a move is a copy without reading.
    private sealed class MovedFiles(string from, string target) : NIOFSDirectory(from)
    {
        private readonly string _target = target;

        public override void Copy(Lucene.Net.Store.Directory to, string src, string dest, IOContext context) =>
            File.Move(Path.Combine(Directory.FullName, src), Path.Combine(_target, dest));
    }
}
