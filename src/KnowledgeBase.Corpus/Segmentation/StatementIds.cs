using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// Gives statements their permalinks: the report's id and a hash of the statement's own words, so that no edit elsewhere
/// changes it. Of equal texts in one report (谢谢大家。) the later ones add the voice, then a count. Remembers hashes, not
/// texts: imports bring a million.
/// </summary>
internal sealed class StatementIds
{
    private const int Digits = 6;
    private readonly HashSet<ulong> _taken = [];
    private readonly Dictionary<ulong, int> _timesSeen = [];

    /// <summary>Takes an id that a statement brings with it; false where another statement has it.</summary>
    public bool TryTake(string id) => _taken.Add(ContentHash.Bits(id));

    /// <summary>The id of the next statement in document order.</summary>
    /// <param name="report">The id of its report.</param>
    /// <param name="text">Its words.</param>
    /// <param name="voice">The voice as printed, or null.</param>
    public string Next(string report, string text, string? voice)
    {
        if (TimesSeen(report, text) == 0)
            return Take(report, text);
        var words = $"{text}\n{voice}";
        return Take(report, $"{words}\n{TimesSeen(report, words)}");
    }

    private int TimesSeen(string report, string words)
    {
        var key = ContentHash.Bits($"{report}\n{words}");
        var times = _timesSeen.GetValueOrDefault(key);
        _timesSeen[key] = times + 1;
        return times;
    }

    // Different texts whose short hashes meet, one pair in a billion, get a longer one.
    private string Take(string report, string content)
    {
        for (var digits = Digits; ; digits += 2)
        {
            var id = $"{report}-{ContentHash.Of(content, digits)}";
            if (TryTake(id))
                return id;
        }
    }
}
