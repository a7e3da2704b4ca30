namespace KnowledgeBase.Search.Analysis;

/// <summary>
/// Pairs of numbers, a bit for each by its hash: of the pairs that a segmenter asks for most are unknown, and one look says so. What it
/// says it may have has to be looked up.
/// </summary>
/// <param name="size">The binary logarithm of the number of bits, at least 6.</param>
internal sealed class PairFilter(int size)
{
    private readonly ulong[] _bits = new ulong[1 << (size - 6)];

    /// <summary>Adds a pair.</summary>
    public void Add(int first, int second)
    {
        var bit = BitOf(first, second);
        _bits[bit >> 6] |= 1UL << bit;
    }

    /// <summary>False where the pair was not added.</summary>
    public bool MayHave(int first, int second)
    {
        var bit = BitOf(first, second);
        return (_bits[bit >> 6] & (1UL << bit)) != 0;
    }

    private int BitOf(int first, int second) => (int)((((ulong)(uint)first << 32 | (uint)second) * 0x9E3779B97F4A7C15UL) >> (64 - size));
}
