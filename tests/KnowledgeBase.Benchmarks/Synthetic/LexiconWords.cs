using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Benchmarks.Synthetic;

/// <summary>
/// Draws Chinese words one after another as often as the project's lexicon says that they occur, each by the word before
/// it where the lexicon counted such a pair. Read from the lexicon's file, which keeps words as ends in a trie.
/// </summary>
internal sealed class LexiconWords
{
    private const int None = -1;
    private readonly string?[] _words;
    private readonly double[] _reachedByWord;
    private readonly int[] _pairsFrom;
    private readonly int[] _seconds;
    private readonly double[] _reachedByPair;

    /// <summary>Reads the lexicon that is in the program.</summary>
    public LexiconWords()
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream("Analysis/Data/lexicon.bin.gz")!;
        using var reader = new BinaryReader(new GZipStream(stream, CompressionMode.Decompress));
        reader.ReadBytes(6);
        var (codes, bases, checks, slots, costs) = (Read<ushort>(reader), Read<int>(reader), Read<int>(reader), Read<int>(reader), Read<ushort>(reader));
        var characters = codes.Select((code, c) => (code, (char)c)).Where(pair => pair.code > 0).ToDictionary(pair => (int)pair.code, pair => pair.Item2);
        _words = [.. slots.Select(slot => WordAt(slot, bases, checks, characters))];
        _reachedByWord = Sums(_words.Select((word, id) => word is null ? 0 : Probability(costs[id])));

        var count = reader.ReadInt32();
        var (firsts, seconds, pairCosts) = (Read<int>(reader), Read<int>(reader), Read<ushort>(reader));
        int[] kept = [.. Enumerable.Range(0, count).Where(i => IsWord(firsts[i]) && IsWord(seconds[i])).OrderBy(i => firsts[i])];
        _seconds = [.. kept.Select(i => seconds[i])];
        _reachedByPair = [.. kept.Select(i => Probability(pairCosts[i]))];
        _pairsFrom = new int[_words.Length + 1];
        foreach (var i in kept)
            _pairsFrom[firsts[i] + 1]++;
        for (var word = 0; word < _words.Length; word++)
            _pairsFrom[word + 1] += _pairsFrom[word];
        foreach (var word in Enumerable.Range(0, _words.Length))
        {
            for (var i = _pairsFrom[word] + 1; i < _pairsFrom[word + 1]; i++)
                _reachedByPair[i] += _reachedByPair[i - 1];
        }
    }

    /// <summary>The word of an id that <see cref="Next"/> gave.</summary>
    public string this[int id] => _words[id]!;

    /// <summary>A word to follow another; -1 begins a sentence.</summary>
    public int Next(int before, Random random)
    {
        if (before >= 0 && _pairsFrom[before + 1] > _pairsFrom[before])
        {
            var (from, to) = (_pairsFrom[before], _pairsFrom[before + 1]);
            var at = Zipf.Place(_reachedByPair.AsSpan(from, to - from), random.NextDouble() * Math.Max(1, _reachedByPair[to - 1]));
            if (at < to - from)
                return _seconds[from + at];
        }

        return Zipf.Place(_reachedByWord, random.NextDouble() * _reachedByWord[^1]);
    }

    private bool IsWord(int id) => id < _words.Length && _words[id] is not null;

    private static double Probability(ushort cost) => Math.Exp(-(double)cost / Lexicon.Unit);

    private static double[] Sums(IEnumerable<double> shares)
    {
        var sum = 0.0;
        return [.. shares.Select(share => sum += share)];
    }

    // Words of Han characters only: what else the lexicon has are classes.
    private static string? WordAt(int slot, int[] bases, int[] checks, Dictionary<int, char> characters)
    {
        var word = new StringBuilder();
        for (; slot != Lexicon.Root; slot = checks[slot])
        {
            if (checks[slot] == None || !characters.TryGetValue(slot - bases[checks[slot]], out var c) || !Corpus.Text.Han.Is(c))
                return null;
            word.Insert(0, c);
        }

        return word.Length == 0 ? null : word.ToString();
    }

    private static T[] Read<T>(BinaryReader reader)
        where T : unmanaged
    {
        var values = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
