namespace KnowledgeBase.Corpus.Text;

/// <summary>
/// Finds every occurrence of many phrases in one pass over a text (Aho and Corasick, 1975), however many phrases there
/// are. Compares as it is given: fold phrases and text alike.
/// </summary>
public sealed class PhraseMatcher
{
    private readonly Dictionary<(int State, char Character), int> _next = [];
    private readonly List<int> _failure = [0];
    private readonly List<List<int>?> _ending = [null];
    private readonly IReadOnlyList<string> _phrases;

    // The states right below the root by character: most characters of a text begin nothing.
    private readonly int[] _fromRoot = new int[char.MaxValue + 1];

    /// <summary>Prepares the phrases; empty ones never match.</summary>
    public PhraseMatcher(IReadOnlyList<string> phrases)
    {
        _phrases = phrases;
        for (var i = 0; i < phrases.Count; i++)
            Insert(phrases[i], i);
        LinkFailures();
    }

    /// <summary>Every occurrence in order of its end: the phrase's number and its span in UTF-16 units of the text.</summary>
    public void Find(string text, Action<int, TextSpan> found)
    {
        var state = 0;
        for (var i = 0; i < text.Length; i++)
        {
            state = Step(state, text[i]);
            for (var at = state; at != 0; at = _failure[at])
            {
                foreach (var phrase in _ending[at] ?? [])
                    found(phrase, new TextSpan(i + 1 - _phrases[phrase].Length, i + 1));
            }
        }
    }

    private int Step(int state, char c)
    {
        while (state != 0)
        {
            if (_next.TryGetValue((state, c), out var next))
                return next;
            state = _failure[state];
        }

        return _fromRoot[c];
    }

    private void Insert(string phrase, int number)
    {
        var state = 0;
        foreach (var c in phrase)
        {
            var next = state == 0 ? _fromRoot[c] : _next.GetValueOrDefault((state, c));
            if (next == 0)
            {
                next = _failure.Count;
                _failure.Add(0);
                _ending.Add(null);
                if (state == 0)
                    _fromRoot[c] = next;
                else
                    _next[(state, c)] = next;
            }

            state = next;
        }

        if (state != 0)
            (_ending[state] ??= []).Add(number);
    }

    // Breadth first: a state's failure is found when all shorter ones are known.
    private void LinkFailures()
    {
        var byParent = _next.ToLookup(edge => edge.Key.State, edge => (edge.Key.Character, Child: edge.Value));
        var queue = new Queue<int>(_fromRoot.Where(state => state != 0));
        while (queue.TryDequeue(out var parent))
        {
            foreach (var (c, child) in byParent[parent])
            {
                _failure[child] = Step(_failure[parent], c);
                queue.Enqueue(child);
            }
        }
    }
}
