using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KnowledgeBase.Search;

/// <summary>
/// The values of one facet in flat arrays over all documents of a generation: reading them while collecting costs two
/// array look-ups a document, and one where no document has two values.
/// </summary>
internal sealed class FacetOrdinals
{
    // The ordinals of document d are _ordinals[_starts[d].._starts[d + 1]]; where none has two, _ordinals[d], or -1.
    private readonly int[]? _starts;
    private readonly int[] _ordinals;
    private readonly Dictionary<string, int> _byValue;
    private readonly FacetValue?[] _named;

    private FacetOrdinals(int[] starts, int[] ordinals, IReadOnlyList<string> values)
    {
        var isSingle = IsSingle(starts);
        _starts = isSingle ? null : starts;
        _ordinals = isSingle ? Singles(starts, ordinals) : ordinals;
        Values = values;
        _named = new FacetValue?[values.Count];
        _byValue = values.Select((value, ordinal) => (value, ordinal)).ToDictionary(pair => pair.value, pair => pair.ordinal, StringComparer.Ordinal);
    }

    /// <summary>The facet's values by ordinal, in ordinal order of their characters.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>Reads the sorted-set doc values of a field.</summary>
    public static FacetOrdinals Load(IndexReader reader, string field)
    {
        List<(SortedSetDocValues? Values, AtomicReaderContext Leaf)> leaves = [.. reader.Leaves.Select(leaf => (leaf.AtomicReader.GetSortedSetDocValues(field), leaf))];
        string[] values = [.. leaves.SelectMany(leaf => ValuesOf(leaf.Values)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var starts = new int[reader.MaxDoc + 1];
        var ordinals = new int[leaves.Sum(leaf => CountOf(leaf.Values, leaf.Leaf.AtomicReader.MaxDoc))];
        var next = 0;
        foreach (var (docValues, leaf) in leaves)
        {
            int[] global = [.. ValuesOf(docValues).Select(value => Array.BinarySearch(values, value, StringComparer.Ordinal))];
            for (var doc = 0; doc < leaf.AtomicReader.MaxDoc; doc++)
            {
                starts[leaf.DocBase + doc] = next;
                docValues?.SetDocument(doc);
                for (var ord = Next(docValues); ord != SortedSetDocValues.NO_MORE_ORDS; ord = Next(docValues))
                    ordinals[next++] = global[ord];
            }
        }

        starts[^1] = next;
        return new FacetOrdinals(starts, ordinals, values);
    }

    /// <summary>The ordinals of a document.</summary>
    public ReadOnlySpan<int> Of(int doc)
    {
        if (_starts is not null)
            return _ordinals.AsSpan(_starts[doc], _starts[doc + 1] - _starts[doc]);
        return _ordinals.AsSpan(doc, _ordinals[doc] < 0 ? 0 : 1);
    }

    /// <summary>Adds 1 to the count of each value of each of some documents.</summary>
    public void Count(ReadOnlySpan<int> docs, int[] counts)
    {
        if (_starts is null)
        {
            foreach (var doc in docs)
            {
                if (_ordinals[doc] is >= 0 and var ordinal)
                    counts[ordinal]++;
            }

            return;
        }

        foreach (var doc in docs)
        {
            var end = _starts[doc + 1];
            for (var at = _starts[doc]; at < end; at++)
                counts[_ordinals[at]]++;
        }
    }

    /// <summary>The ordinal of a value, or -1 where no document has it.</summary>
    public int OrdinalOf(string value) => _byValue.GetValueOrDefault(value, -1);

    /// <summary>A value with its names, which are asked for once.</summary>
    public FacetValue NamedBy(int ordinal, Func<string, FacetValue> name) => _named[ordinal] ??= name(Values[ordinal]);

    private static long Next(SortedSetDocValues? values) => values?.NextOrd() ?? SortedSetDocValues.NO_MORE_ORDS;

    private static IEnumerable<string> ValuesOf(SortedSetDocValues? docValues)
    {
        var bytes = new BytesRef();
        for (var ord = 0; ord < (docValues?.ValueCount ?? 0); ord++)
        {
            docValues!.LookupOrd(ord, bytes);
            yield return bytes.Utf8ToString();
        }
    }

    private static int CountOf(SortedSetDocValues? docValues, int docs)
    {
        var count = 0;
        for (var doc = 0; docValues is not null && doc < docs; doc++)
        {
            docValues.SetDocument(doc);
            while (docValues.NextOrd() != SortedSetDocValues.NO_MORE_ORDS)
                count++;
        }

        return count;
    }

    private static bool IsSingle(int[] starts)
    {
        for (var doc = 0; doc + 1 < starts.Length; doc++)
        {
            if (starts[doc + 1] - starts[doc] > 1)
                return false;
        }

        return true;
    }

    private static int[] Singles(int[] starts, int[] ordinals)
    {
        var singles = new int[starts.Length - 1];
        for (var doc = 0; doc < singles.Length; doc++)
            singles[doc] = starts[doc + 1] == starts[doc] ? -1 : ordinals[starts[doc]];
        return singles;
    }
}
