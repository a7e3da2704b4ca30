using System.IO.Compression;
using System.Numerics;
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
    private readonly int[] _base;
    private readonly int[] _check;
    private readonly int[] _wordAt;
    private readonly ushort[] _wordCosts;

    // Open addressing: first word 20 bits, second word 20 bits, cost 16 bits; 0 is free.
    private readonly ulong[] _pairs;
    private readonly int _pairShift;
    private readonly bool[] _isFirst;
    private readonly bool[] _isSecond;

    // Runs once, over arrays of hundreds of thousands: it must not start out interpreted.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Lexicon(BinaryReader reader)
    {
        if (!reader.ReadBytes(6).AsSpan().SequenceEqual("KBLEX1"u8))
            throw new InvalidDataException("The embedded lexicon is damaged.");
        _codes = Read<ushort>(reader);
        _base = Read<int>(reader);
        _check = Read<int>(reader);
        _wordAt = new int[_base.Length];
        Array.Fill(_wordAt, None);
        var slots = Read<int>(reader);
        for (var word = 0; word < slots.Length; word++)
            _wordAt[slots[word]] = word;
        WordCount = slots.Length;
        _wordCosts = Read<ushort>(reader);

        var count = reader.ReadInt32();
        var (firsts, seconds, costs) = (Read<int>(reader), Read<int>(reader), Read<ushort>(reader));
        _pairs = new ulong[BitOperations.RoundUpToPowerOf2((uint)count * 2)];
        _pairShift = 64 - BitOperations.TrailingZeroCount(_pairs.Length);
        _isFirst = new bool[_wordCosts.Length];
        _isSecond = new bool[_wordCosts.Length];
        for (var i = 0; i < count; i++)
            AddPair(firsts[i], seconds[i], costs[i]);
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
        var slot = _base[node] + code;
        return code != 0 && (uint)slot < (uint)_check.Length && _check[slot] == node ? slot : -1;
    }

    /// <summary>The word that ends at a trie node, or <see cref="None"/>.</summary>
    public int WordAt(int node) => _wordAt[node];

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
    public bool BeginsPairs(int word) => _isFirst[word];

    /// <summary>The cost of <paramref name="second"/> right after <paramref name="first"/>, or -1 where the pair was never counted.</summary>
    public int CostOfPair(int first, int second)
    {
        var key = Key(first, second);
        for (var slot = SlotOf(key); ; slot = (slot + 1) & (_pairs.Length - 1))
        {
            var entry = _pairs[slot];
            if (entry >> 16 == key)
                return (int)(entry & 0xFFFF);
            if (entry == 0)
                return -1;
        }
    }

    private static ulong Key(int first, int second) => ((ulong)(uint)(first + 1) << 20) | (uint)second;

    private int SlotOf(ulong key) => (int)((key * 0x9E3779B97F4A7C15UL) >> _pairShift);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddPair(int first, int second, ushort cost)
    {
        var key = Key(first, second);
        var slot = SlotOf(key);
        while (_pairs[slot] != 0)
            slot = (slot + 1) & (_pairs.Length - 1);
        _pairs[slot] = (key << 16) | cost;
        _isFirst[first] = true;
        _isSecond[second] = true;
    }

    private static T[] Read<T>(BinaryReader reader)
        where T : unmanaged
    {
        var values = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
