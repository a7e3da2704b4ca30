using System.Numerics;
using System.Text;
using Lucene.Net.Util;

namespace KnowledgeBase.Search.Inversion;

/// <summary>
/// Numbers the terms of a field. Nearly all terms of Chinese text have at most four UTF-16 units: such a one is a number itself, no
/// string is made of it, and it is found in one place of memory. Not for several threads.
/// </summary>
internal sealed class TermTable
{
    private const int MostUnits = 4;
    private const int BitsOfUnit = 16;
    private const int LeastSlots = 1 << 12;

    // Short terms by their key, in an open table that is at most half full. No term has the key 0.
    private (ulong Key, int Number)[] _slots = new (ulong, int)[LeastSlots];

    // Long ones, by their text and by their number.
    private readonly Dictionary<string, int> _long = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _longOf;
    private readonly Dictionary<int, string> _texts = [];

    // By number: the first four units of a term, by which most are told apart.
    private readonly List<ulong> _keys = [];

    /// <summary>Begins with no terms.</summary>
    public TermTable() => _longOf = _long.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Forgets all terms.</summary>
    public void Clear()
    {
        Array.Clear(_slots);
        _long.Clear();
        _texts.Clear();
        _keys.Clear();
    }

    /// <summary>The number of a term: 0 for the first one asked for, 1 for the next. Half of a surrogate pair is U+FFFD, as which it is written.</summary>
    /// <param name="term">The term, at least one unit.</param>
    public int NumberOf(ReadOnlySpan<char> term)
    {
        if (term.ContainsAnyInRange('\uD800', '\uDFFF'))
            term = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(term.ToString()));
        // The key has no room for where a term ends: that of one with U+0000 could be another's.
        return term.Length <= MostUnits && !term.Contains('\0') ? NumberOf(KeyOf(term)) : NumberOfLong(term);
    }

    /// <summary>The numbers of all terms, in the order of their code points, which is that of their bytes.</summary>
    public int[] InOrder()
    {
        var keys = _keys.ToArray();
        var numbers = Enumerable.Range(0, keys.Length).ToArray();
        Array.Sort(keys, numbers);
        for (var (first, end) = (0, 0); first < keys.Length; first = end)
        {
            while (end < keys.Length && keys[end] == keys[first])
                end++;
            // 人工智能 and 人工智能法 begin alike.
            if (end - first > 1)
                numbers.AsSpan(first..end).Sort((a, b) => Encoding.UTF8.GetBytes(TextOf(a)).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(TextOf(b))));
        }

        return numbers;
    }

    /// <summary>Writes a term as UTF-8 into <paramref name="bytes"/>.</summary>
    public void BytesOf(int number, BytesRef bytes)
    {
        var text = TextOf(number);
        bytes.Grow(Encoding.UTF8.GetMaxByteCount(text.Length));
        (bytes.Offset, bytes.Length) = (0, Encoding.UTF8.GetBytes(text, bytes.Bytes));
    }

    private int NumberOf(ulong key)
    {
        for (var at = SlotOf(key); ; at = (at + 1) & (_slots.Length - 1))
        {
            if (_slots[at].Key == key)
                return _slots[at].Number;
            if (_slots[at].Key != 0)
                continue;
            _slots[at] = (key, _keys.Count);
            _keys.Add(key);
            if (_keys.Count > _slots.Length / 2)
                Grow();
            return _keys.Count - 1;
        }
    }

    private int NumberOfLong(ReadOnlySpan<char> term)
    {
        if (_longOf.TryGetValue(term, out var known))
            return known;
        var (text, number) = (term.ToString(), _keys.Count);
        _long[text] = number;
        _texts[number] = text;
        _keys.Add(KeyOf(term));
        return number;
    }

    private void Grow()
    {
        var before = _slots;
        _slots = new (ulong, int)[before.Length * 2];
        foreach (var slot in before)
        {
            if (slot.Key == 0)
                continue;
            var at = SlotOf(slot.Key);
            while (_slots[at].Key != 0)
                at = (at + 1) & (_slots.Length - 1);
            _slots[at] = slot;
        }
    }

    // Fibonacci hashing: the highest bits of the product depend on all units.
    private int SlotOf(ulong key) => (int)((key * 0x9E3779B97F4A7C15) >> (64 - BitOperations.Log2((uint)_slots.Length)));

    private static ulong KeyOf(ReadOnlySpan<char> term)
    {
        var key = 0UL;
        for (var at = 0; at < MostUnits; at++)
            key = key << BitsOfUnit | (at < term.Length ? InCodePointOrder(term[at]) : 0u);
        return key;
    }

    private string TextOf(int number)
    {
        if (_texts.TryGetValue(number, out var text))
            return text;
        Span<char> units = stackalloc char[MostUnits];
        var length = 0;
        for (var key = _keys[number]; key != 0; key <<= BitsOfUnit)
            units[length++] = FromCodePointOrder((ushort)(key >> (BitsOfUnit * (MostUnits - 1))));
        return units[..length].ToString();
    }

    // Surrogate pairs stand for code points above U+FFFF, but their units are below U+E000 to U+FFFF.
    private static ushort InCodePointOrder(char unit) => unit switch
    {
        >= '\uE000' => (ushort)(unit - 0x800),
        >= '\uD800' => (ushort)(unit + 0x2000),
        _ => unit,
    };

    private static char FromCodePointOrder(ushort rank) => rank switch
    {
        >= 0xF800 => (char)(rank - 0x2000),
        >= 0xD800 => (char)(rank + 0x800),
        _ => (char)rank,
    };
}
