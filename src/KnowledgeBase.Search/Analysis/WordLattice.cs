namespace KnowledgeBase.Search.Analysis;

/// <summary>
/// All words that a stretch of text can be cut into, and the cheapest way to each (Viterbi). Words are added from left to
/// right: all that end at a place before any that begins there. Reused from stretch to stretch, so that no word allocates.
/// </summary>
/// <param name="lexicon">What words and pairs of words cost.</param>
/// <param name="longest">The longest stretch, in UTF-16 units.</param>
internal sealed class WordLattice(Lexicon lexicon, int longest)
{
    private const int None = -1;
    private readonly int[] _lastEnding = new int[longest + 1];
    private readonly int[] _cheapest = new int[longest + 1];
    private Node[] _nodes = new Node[longest * 8];
    private int _count;

    /// <summary>A word of the lattice.</summary>
    public ref readonly Node this[int node] => ref _nodes[node];

    /// <summary>Empties the lattice for a stretch of <paramref name="length"/> UTF-16 units.</summary>
    public void Begin(int length)
    {
        _count = 0;
        _lastEnding.AsSpan(0, length + 1).Fill(None);
        _cheapest.AsSpan(0, length + 1).Fill(None);
        Add(new Node(0, 0, lexicon.IdOf(WordClass.Begin), 0, None, None, 0));
    }

    /// <summary>Whether any word ends at a place.</summary>
    public bool IsReached(int at) => _cheapest[at] != None;

    /// <summary>Adds a word.</summary>
    /// <param name="start">First UTF-16 unit; a place that is reached.</param>
    /// <param name="end">One past the last.</param>
    /// <param name="word">The word or class as the lexicon knows it.</param>
    /// <param name="emission">What this member of a class costs besides the class.</param>
    /// <param name="surname">Of a name that no dictionary lists, how many units its surname has.</param>
    public void Add(int start, int end, int word, int emission, int surname = 0)
    {
        var previous = _cheapest[start];
        var cost = _nodes[previous].Cost + lexicon.CostOf(word);
        for (var node = lexicon.EndsPairs(word) ? _lastEnding[start] : None; node != None; node = _nodes[node].NextEnding)
        {
            if (!lexicon.BeginsPairs(_nodes[node].Word) || lexicon.CostOfPair(_nodes[node].Word, word) is not (>= 0 and var pair) || _nodes[node].Cost + pair >= cost)
                continue;
            cost = _nodes[node].Cost + pair;
            previous = node;
        }

        if (!IsDearer(end, word, cost + emission))
            Add(new Node(start, end, word, cost + emission, previous, _lastEnding[end], surname));
    }

    // What follows a word asks what word it is and what the way to it costs. Of 温德尔·瓦拉赫 each part and each run of parts may be
    // a name; only the cheapest of those that end at a place can be on the way to the end, and what costs more is taken out.
    private bool IsDearer(int end, int word, int cost)
    {
        var after = None;
        for (var node = _lastEnding[end]; node != None; node = _nodes[node].NextEnding)
        {
            if (_nodes[node].Word != word || _nodes[node].Cost == cost)
            {
                after = node;
                continue;
            }

            if (_nodes[node].Cost < cost)
                return true;
            if (after == None)
                _lastEnding[end] = _nodes[node].NextEnding;
            else
                _nodes[after] = _nodes[after] with { NextEnding = _nodes[node].NextEnding };
        }

        return false;
    }

    /// <summary>The last word of the cheapest way to the end of the stretch, which is as long as <paramref name="end"/>.</summary>
    public int Last(int end)
    {
        var endWord = lexicon.IdOf(WordClass.End);
        var (best, last) = (int.MaxValue, None);
        for (var node = _lastEnding[end]; node != None; node = _nodes[node].NextEnding)
        {
            var pair = lexicon.BeginsPairs(_nodes[node].Word) ? lexicon.CostOfPair(_nodes[node].Word, endWord) : None;
            var cost = _nodes[node].Cost + (pair >= 0 ? pair : lexicon.CostOf(endWord));
            if (cost < best)
                (best, last) = (cost, node);
        }

        return last;
    }

    private void Add(in Node node)
    {
        if (_count == _nodes.Length)
            Array.Resize(ref _nodes, _nodes.Length * 2);
        _nodes[_count] = node;
        _lastEnding[node.End] = _count;
        if (_cheapest[node.End] == None || node.Cost < _nodes[_cheapest[node.End]].Cost)
            _cheapest[node.End] = _count;
        _count++;
    }

    /// <summary>A word of the lattice with the cheapest way to it.</summary>
    /// <param name="Start">First UTF-16 unit of the stretch.</param>
    /// <param name="End">One past the last.</param>
    /// <param name="Word">The word or class.</param>
    /// <param name="Cost">What the cheapest way to its end costs.</param>
    /// <param name="Previous">The word before it on that way.</param>
    /// <param name="NextEnding">Another word that ends where it ends.</param>
    /// <param name="Surname">Of a name that no dictionary lists, how many units its surname has; otherwise 0.</param>
    public readonly record struct Node(int Start, int End, int Word, int Cost, int Previous, int NextEnding, int Surname)
    {
        /// <summary>Whether it is the beginning of the stretch and no word.</summary>
        public bool IsBegin => End == 0;
    }
}
