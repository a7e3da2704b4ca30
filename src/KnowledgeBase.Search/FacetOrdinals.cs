using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KnowledgeBase.Search;

/// <summary>
/// The values of one facet in flat arrays over all documents of a generation: reading them while collecting costs two
/// array look-ups a document.
/// </summary>
internal sealed class FacetOrdinals
{
    // The ordinals of document d are _ordinals[_starts[d].._starts[d + 1]].
    private readonly int[] _starts;
    private readonly int[] _ordinals;
    private readonly Dictionary<string, int> _byValue;

    private FacetOrdinals(int[] starts, int[] ordinals, IReadOnlyList<string> values)
    {
        _starts = starts;
        _ordinals = ordinals;
        Values = values;
        _byValue = values.Select((value, ordinal) => (value, ordinal)).ToDictionary(pair => pair.value, pair => pair.ordinal, StringComparer.Ordinal);
    }

    /// <summary>The facet's values by ordinal.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>Reads the sorted-set doc values of a field.</summary>
    public static FacetOrdinals Load(IndexReader reader, string field)
    {
        var starts = new int[reader.MaxDoc + 1];
        var ordinals = new List<int>(reader.MaxDoc);
        var values = new List<string>();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var leaf in reader.Leaves)
        {
            var docValues = leaf.AtomicReader.GetSortedSetDocValues(field);
            var global = docValues is null ? [] : GlobalOrdinals(docValues, known, values);
            for (var doc = 0; doc < leaf.AtomicReader.MaxDoc; doc++)
            {
                starts[leaf.DocBase + doc] = ordinals.Count;
                if (docValues is null)
                    continue;
                docValues.SetDocument(doc);
                for (var ord = docValues.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = docValues.NextOrd())
                    ordinals.Add(global[ord]);
            }
        }

        starts[^1] = ordinals.Count;
        return new FacetOrdinals(starts, [.. ordinals], values);
    }

    /// <summary>The ordinals of a document.</summary>
    public ReadOnlySpan<int> Of(int doc) => _ordinals.AsSpan(_starts[doc], _starts[doc + 1] - _starts[doc]);

    /// <summary>The ordinal of a value, or -1 where no document has it.</summary>
    public int OrdinalOf(string value) => _byValue.GetValueOrDefault(value, -1);

    private static int[] GlobalOrdinals(SortedSetDocValues docValues, Dictionary<string, int> known, List<string> values)
    {
        var global = new int[docValues.ValueCount];
        var bytes = new BytesRef();
        for (var ord = 0; ord < global.Length; ord++)
        {
            docValues.LookupOrd(ord, bytes);
            var value = bytes.Utf8ToString();
            if (!known.TryGetValue(value, out global[ord]))
            {
                known.Add(value, global[ord] = values.Count);
                values.Add(value);
            }
        }

        return global;
    }
}
