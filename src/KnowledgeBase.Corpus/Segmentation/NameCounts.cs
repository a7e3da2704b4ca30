namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// How often each run of characters that could be a Chinese name stands in a report: one that is always followed by the
/// same character is not all of the name (阙海|明).
/// </summary>
internal sealed class NameCounts
{
    private readonly Dictionary<ulong, int> _counts = [];

    public NameCounts(IEnumerable<Passage> passages)
    {
        foreach (var passage in passages)
        {
            for (var at = 0; at < passage.Folded.Length; at++)
            {
                if (Surnames.BeginsOne(passage.Folded[at]))
                    Count(passage.Folded, at);
            }
        }
    }

    /// <summary>How often the 2 to 4 characters at <paramref name="at"/> stand anywhere in the report.</summary>
    public int Of(string folded, int at, int length) => at + length <= folded.Length ? _counts.GetValueOrDefault(Key(folded, at, length)) : 0;

    private void Count(string folded, int at)
    {
        for (var length = 2; length <= 4 && at + length <= folded.Length; length++)
        {
            var key = Key(folded, at, length);
            _counts[key] = _counts.GetValueOrDefault(key) + 1;
        }
    }

    private static ulong Key(string folded, int at, int length)
    {
        ulong key = 0;
        for (var i = at; i < at + length; i++)
            key = (key << 16) | folded[i];
        return key;
    }
}
