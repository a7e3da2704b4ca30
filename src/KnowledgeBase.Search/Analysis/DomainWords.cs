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

    /// <summary>No words.</summary>
    public static readonly DomainWords None = new([]);

    private readonly Dictionary<(int Node, char Character), int> _children = [];
    private readonly List<bool> _isWord = [false];

    // The children of the root, by character, and the others as pairs of node and character.
    private readonly int[] _firsts = new int[char.MaxValue + 1];
    private readonly PairFilter _nexts = new(18);

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
        return _nexts.MayHave(node, c) && _children.TryGetValue((node, c), out var child) ? child : -1;
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
                _nexts.Add(node, c);
                if (node == Root)
                    _firsts[c] = child + 1;
            }

            node = child;
        }

        _isWord[node] = true;
    }
}
