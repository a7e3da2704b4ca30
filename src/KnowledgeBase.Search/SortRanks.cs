using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KnowledgeBase.Search;

/// <summary>For each document of a generation its rank in each order, as flat arrays; equal values share a rank.</summary>
internal sealed class SortRanks
{
    private readonly int[] _document;
    private readonly int[] _docAt;
    private readonly int[] _date;
    private readonly int[] _speaker;

    private SortRanks(int[] document, int[] date, int[] speaker)
    {
        _document = document;
        _docAt = new int[document.Length];
        for (var doc = 0; doc < document.Length; doc++)
            _docAt[document[doc]] = doc;
        _date = date;
        _speaker = speaker;
    }

    /// <summary>Reads the sort fields of a generation.</summary>
    public static SortRanks Load(IndexReader reader)
    {
        var document = new int[reader.MaxDoc];
        foreach (var leaf in reader.Leaves)
        {
            var order = leaf.AtomicReader.GetNumericDocValues(StatementDocument.Order);
            for (var doc = 0; doc < leaf.AtomicReader.MaxDoc; doc++)
                document[leaf.DocBase + doc] = (int)order.Get(doc);
        }

        return new SortRanks(document, Ranks(reader, StatementDocument.Date), Ranks(reader, StatementDocument.SpeakerSort));
    }

    /// <summary>The position of a document in the corpus: every order's last word.</summary>
    public int PositionOf(int doc) => _document[doc];

    /// <summary>The document at a position of the corpus, or -1 outside it.</summary>
    public int DocAt(int position) => position >= 0 && position < _docAt.Length ? _docAt[position] : -1;

    /// <summary>The ranks of an order; null for relevance, which is no property of documents.</summary>
    public int[]? Of(SortKey key) => key switch
    {
        SortKey.Document => _document,
        SortKey.Date => _date,
        SortKey.Speaker => _speaker,
        _ => null,
    };

    private static int[] Ranks(IndexReader reader, string field)
    {
        List<(SortedDocValues? Values, AtomicReaderContext Leaf)> leaves = [.. reader.Leaves.Select(leaf => (leaf.AtomicReader.GetSortedDocValues(field), leaf))];
        string[] order = [.. leaves.SelectMany(leaf => ValuesOf(leaf.Values)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var ranks = new int[reader.MaxDoc];
        foreach (var (docValues, leaf) in leaves)
        {
            int[] rankOf = [.. ValuesOf(docValues).Select(value => Array.BinarySearch(order, value, StringComparer.Ordinal))];
            for (var doc = 0; doc < leaf.AtomicReader.MaxDoc; doc++)
            {
                // What has no value comes last.
                ranks[leaf.DocBase + doc] = docValues?.GetOrd(doc) is >= 0 and var ord ? rankOf[ord] : order.Length;
            }
        }

        return ranks;
    }

    private static IEnumerable<string> ValuesOf(SortedDocValues? docValues)
    {
        var bytes = new BytesRef();
        for (var ord = 0; ord < (docValues?.ValueCount ?? 0); ord++)
        {
            docValues!.LookupOrd(ord, bytes);
            yield return bytes.Utf8ToString();
        }
    }
}
