using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// Gives statements their permalinks: the report's id and a hash of the statement's own words, so that no edit elsewhere
/// changes it. Of equal texts in one report (谢谢大家。) the later ones add the voice, then a count.
/// </summary>
internal sealed class StatementIds(string report)
{
    private const int Digits = 6;
    private readonly Dictionary<string, string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _timesSeen = new(StringComparer.Ordinal);

    /// <summary>The id of the next statement in document order.</summary>
    /// <param name="text">Its words.</param>
    /// <param name="voice">The voice as printed, or null.</param>
    public string Next(string text, string? voice)
    {
        if (TimesSeen(text) == 0)
            return Take(text);
        var words = $"{text}\n{voice}";
        return Take($"{words}\n{TimesSeen(words)}");
    }

    private int TimesSeen(string words)
    {
        var times = _timesSeen.GetValueOrDefault(words);
        _timesSeen[words] = times + 1;
        return times;
    }

    // Different texts whose short hashes meet, one pair in a billion, get a longer one.
    private string Take(string content)
    {
        for (var digits = Digits; ; digits += 2)
        {
            var id = $"{report}-{ContentHash.Of(content, digits)}";
            if (_taken.TryAdd(id, content))
                return id;
        }
    }
}
