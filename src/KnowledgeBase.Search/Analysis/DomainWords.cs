using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Search.Analysis;

/// <summary>
/// Words of the corpus that dictionaries lack: people, institutions, themes, terms of the glossary. They join the lattice
/// at a low price, so that 可解释性 and 温德尔·瓦拉赫 stay whole.
/// </summary>
internal sealed class DomainWords
{
    /// <summary>The node at which every word begins.</summary>
    public const int Root = 0;

    private const int NextBits = 18;

    /// <summary>No words.</summary>
    public static readonly DomainWords None = new([]);

    private readonly Dictionary<(int Node, char Character), int> _children = [];
    private readonly List<bool> _isWord = [false];

    // The children of the root, by character, and a bit for each other child, by hash: most characters continue no word, and one look
    // says so.
    private readonly int[] _firsts = new int[char.MaxValue + 1];
    private readonly ulong[] _nexts = new ulong[1 << (NextBits - 6)];

    /// <summary>The given words, folded; those of one character, and those with white space, are left out.</summary>
    public DomainWords(IEnumerable<string> words)
    {
        Words = [.. words.Select(Folding.Fold).Where(IsOneWord).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        foreach (var word in Words)
            Insert(word);
    }

    /// <summary>The words, folded, in ordinal order.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The node below a node by a character, or -1.</summary>
    public int Child(int node, char c)
    {
        if (node == Root)
            return _firsts[c] - 1;
        var bit = BitOf(node, c);
        if ((_nexts[bit >> 6] & (1UL << bit)) == 0)
            return -1;
        return _children.TryGetValue((node, c), out var child) ? child : -1;
    }

    /// <summary>Whether a word ends at a node.</summary>
    public bool IsWord(int node) => _isWord[node];

    private static bool IsOneWord(string word) => word.Length > 1 && Han.Is(word[0]) && word.All(c => Han.Is(c) || c is '·' or '-' || char.IsAsciiLetterOrDigit(c));

    private void Insert(string word)
    {
        var node = Root;
        foreach (var c in word)
        {
            if (!_children.TryGetValue((node, c), out var child))
            {
                _children[(node, c)] = child = _isWord.Count;
                _isWord.Add(false);
                var bit = BitOf(node, c);
                _nexts[bit >> 6] |= 1UL << bit;
                if (node == Root)
                    _firsts[c] = child + 1;
            }

            node = child;
        }

        _isWord[node] = true;
    }

    private static int BitOf(int node, char c) => (int)((((ulong)(uint)node << 16 | c) * 0x9E3779B97F4A7C15UL) >> (64 - NextBits));
}
