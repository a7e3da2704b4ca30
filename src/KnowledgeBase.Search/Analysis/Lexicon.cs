using System.IO.Compression;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KnowledgeBase.Search.Analysis;

/// <summary>What a word of running text is that no dictionary lists; the pair counts know them as classes.</summary>
internal enum WordClass
{
    /// <summary>The beginning of a sentence.</summary>
    Begin,

    /// <summary>The end of a sentence.</summary>
    End,

    /// <summary>A person's name.</summary>
    Person,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A date or time.</summary>
    Time,

    /// <summary>A place.</summary>
    Place,

    /// <summary>Letters and digits.</summary>
    Letters,

    /// <summary>An organisation.</summary>
    Organisation,

    /// <summary>Another proper noun.</summary>
    ProperNoun,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>
/// The word and word-pair costs of the segmenter: negative natural logarithms of probabilities in units of 1/2048. Made
/// by tools/KnowledgeBase.Tables from the counts of two dictionaries; Data/LEXICON-NOTICE.md says which.
/// </summary>
internal sealed class Lexicon
{
    /// <summary>How many units one natural logarithm has.</summary>
    public const int Unit = 2048;

    /// <summary>No word.</summary>
    public const int None = -1;

    private static readonly Lazy<Lexicon> Shared = new(Load);
    private readonly ushort[] _codes;

    // The trie's three arrays side by side: what is looked at together comes from memory together.
    private readonly Slot[] _trie;
    private readonly ushort[] _wordCosts;

    // The pairs that begin with word w: _seconds[_pairsFrom[w].._pairsFrom[w + 1]] in ascending order, and the costs beside them.
    private readonly int[] _pairsFrom;
    private readonly int[] _seconds;
    private readonly ushort[] _pairCosts;
    private readonly bool[] _isSecond;

    private readonly PairFilter _counted = new(22);

    // Runs once, over arrays of hundreds of thousands: it must not start out interpreted.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Lexicon(BinaryReader reader)
    {
        if (!reader.ReadBytes(6).AsSpan().SequenceEqual("KBLEX1"u8))
            throw new InvalidDataException("The embedded lexicon is damaged.");
        _codes = Read<ushort>(reader);
        var (bases, checks) = (Read<int>(reader), Read<int>(reader));
        _trie = new Slot[bases.Length];
        for (var slot = 0; slot < bases.Length; slot++)
            _trie[slot] = new Slot(bases[slot], checks[slot], None);
        var slots = Read<int>(reader);
        for (var word = 0; word < slots.Length; word++)
            _trie[slots[word]] = _trie[slots[word]] with { Word = word };
        WordCount = slots.Length;
        _wordCosts = Read<ushort>(reader);

        _pairsFrom = new int[_wordCosts.Length + 1];
        ReadFirsts(reader, reader.ReadInt32());
        (_seconds, _pairCosts) = (Read<int>(reader), Read<ushort>(reader));
        _isSecond = new bool[_wordCosts.Length];
        for (var first = 0; first < _wordCosts.Length; first++)
        {
            foreach (var second in _seconds.AsSpan(_pairsFrom[first].._pairsFrom[first + 1]))
            {
                _isSecond[second] = true;
                _counted.Add(first, second);
            }
        }
    }

    /// <summary>The lexicon that comes with the program, loaded when it is first asked for.</summary>
    public static Lexicon Default => Shared.Value;

    /// <summary>How many words it has; ids of classes follow.</summary>
    public int WordCount { get; }

    /// <summary>The root of the trie of words.</summary>
    public static int Root => 0;

    /// <summary>Reads the embedded lexicon.</summary>
    public static Lexicon Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Analysis/Data/lexicon.bin.gz")
            ?? throw new InvalidOperationException("The embedded lexicon is missing.");
        return Load(stream);
    }

    /// <summary>Reads a lexicon that tools/KnowledgeBase.Tables wrote.</summary>
    /// <exception cref="InvalidDataException">It is none, or damaged.</exception>
    public static Lexicon Load(Stream stream)
    {
        using var reader = new BinaryReader(new GZipStream(stream, CompressionMode.Decompress));
        return new Lexicon(reader);
    }

    /// <summary>The id under which the costs know a class.</summary>
    public int IdOf(WordClass wordClass) => WordCount + (int)wordClass;

    /// <summary>The trie node below <paramref name="node"/> by a character, or -1.</summary>
    public int Child(int node, char c)
    {
        var code = _codes[c];
        var slot = _trie[node].Base + code;
        return code != 0 && (uint)slot < (uint)_trie.Length && _trie[slot].Check == node ? slot : -1;
    }

    /// <summary>The word that ends at a trie node, or <see cref="None"/>.</summary>
    public int WordAt(int node) => _trie[node].Word;

    /// <summary>The id of a word, or <see cref="None"/>.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        var node = Root;
        foreach (var c in word)
        {
            node = Child(node, c);
            if (node < 0)
                return None;
        }

        return WordAt(node);
    }

    /// <summary>The cost of a word that stands by itself.</summary>
    public int CostOf(int word) => _wordCosts[word];

    /// <summary>Whether any pair ends with the word.</summary>
    public bool EndsPairs(int word) => _isSecond[word];

    /// <summary>Whether any pair begins with the word.</summary>
    public bool BeginsPairs(int word) => _pairsFrom[word] < _pairsFrom[word + 1];

    /// <summary>The cost of <paramref name="second"/> right after <paramref name="first"/>, or -1 where the pair was never counted.</summary>
    public int CostOfPair(int first, int second)
    {
        if (!_counted.MayHave(first, second))
            return -1;
        var (low, high) = (_pairsFrom[first], _pairsFrom[first + 1] - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var found = _seconds[middle];
            if (found == second)
                return _pairCosts[middle];
            if (found < second)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return -1;
    }

    // The file has the first word of each pair, in ascending order; what is kept is where each word's pairs begin.
    private void ReadFirsts(BinaryReader reader, int pairs)
    {
        if (reader.ReadInt32() != pairs)
            throw new InvalidDataException("The embedded lexicon is damaged.");
        var next = 0;
        var block = new int[1024];
        for (var from = 0; from < pairs; from += block.Length)
        {
            var firsts = block.AsSpan(0, Math.Min(block.Length, pairs - from));
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(firsts));
            for (var i = 0; i < firsts.Length; i++)
            {
                while (next <= firsts[i])
                    _pairsFrom[next++] = from + i;
            }
        }

        _pairsFrom.AsSpan(next).Fill(pairs);
    }

    private static T[] Read<T>(BinaryReader reader)
        where T : unmanaged
    {
        var values = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private readonly record struct Slot(int Base, int Check, int Word);
}
