namespace KnowledgeBase.Tables;

/// <summary>
/// A double-array trie (Aoe 1989): the child of slot s by character code c is slot Base[s] + c, if Check there is s.
/// </summary>
internal sealed class DoubleArrayTrie
{
    private readonly IReadOnlyList<string> _sorted;
    private const int Capacity = 1 << 22;
    private readonly int[] _base = new int[Capacity];
    private readonly int[] _check = new int[Capacity];

    // Bit by bit the slots in use, from slot 1 on: slot 0 is the root.
    private readonly ulong[] _taken = new ulong[(Capacity / 64) + 1];
    private readonly List<int> _wordSlots = [];
    private readonly List<string> _words = [];
    private int _firstFree;
    private int _used = 1;

    private DoubleArrayTrie(IReadOnlyList<string> sorted)
    {
        _sorted = sorted;
        Array.Fill(_check, -1);
        _taken[0] = 1;
        Codes = new ushort[char.MaxValue + 1];
        // Frequent characters get small codes: the arrays stay dense.
        ushort code = 0;
        foreach (var (c, _) in sorted.SelectMany(word => word).CountBy(c => c).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key))
            Codes[c] = ++code;
    }

    /// <summary>The code of each character; 0 for one that no word has.</summary>
    public ushort[] Codes { get; }

    public int[] Base => _base[.._used];

    public int[] Check => _check[.._used];

    /// <summary>The slots at which words end, ascending; a word's id is its place in this list.</summary>
    public int[] WordSlots { get; private set; } = [];

    /// <summary>The words by id.</summary>
    public IReadOnlyList<string> Words { get; private set; } = [];

    public static DoubleArrayTrie Build(IReadOnlyList<string> words)
    {
        var trie = new DoubleArrayTrie([.. words.Order(StringComparer.Ordinal)]);
        trie.Place(0, 0, trie._sorted.Count, 0);
        var order = trie._wordSlots.Select((slot, i) => (slot, i)).Order().ToList();
        trie.WordSlots = [.. order.Select(pair => pair.slot)];
        trie.Words = [.. order.Select(pair => trie._words[pair.i])];
        return trie;
    }

    // Places the children of the words [from, to), which share their first depth characters and end at slot.
    private void Place(int slot, int from, int to, int depth)
    {
        if (from < to && _sorted[from].Length == depth)
        {
            _wordSlots.Add(slot);
            _words.Add(_sorted[from++]);
        }

        if (from >= to)
            return;
        var children = new List<(ushort Code, int From, int To)>();
        for (var start = from; start < to;)
        {
            var end = start;
            while (end < to && _sorted[end][depth] == _sorted[start][depth])
                end++;
            children.Add((Codes[_sorted[start][depth]], start, end));
            start = end;
        }

        var offset = OffsetFor([.. children.Select(child => child.Code)]);
        _base[slot] = offset;
        foreach (var child in children)
            _check[offset + child.Code] = slot;
        foreach (var child in children)
            Place(offset + child.Code, child.From, child.To, depth + 1);
    }

    // First fit, sixty-four offsets at a time: an offset fits where no child's slot is taken.
    private int OffsetFor(ushort[] codes)
    {
        while (_taken[_firstFree / 64] == ulong.MaxValue)
            _firstFree += 64;
        var least = codes.Min();
        for (var block = Math.Max(1, (_firstFree & ~63) - least); ; block += 64)
        {
            var taken = 0UL;
            foreach (var code in codes)
            {
                taken |= Bits(block + code);
                if (taken == ulong.MaxValue)
                    break;
            }

            if (taken != ulong.MaxValue)
                return Take(block + System.Numerics.BitOperations.TrailingZeroCount(~taken), codes);
        }
    }

    private int Take(int offset, ushort[] codes)
    {
        foreach (var code in codes)
        {
            var slot = offset + code;
            _taken[slot / 64] |= 1UL << (slot % 64);
            _used = Math.Max(_used, slot + 1);
        }

        return offset;
    }

    // The sixty-four bits from a slot on.
    private ulong Bits(int slot)
    {
        var (word, shift) = (slot / 64, slot % 64);
        return shift == 0 ? _taken[word] : (_taken[word] >> shift) | (_taken[word + 1] << (64 - shift));
    }
}
