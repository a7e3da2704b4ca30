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

    /// <summary>The id of the next statement in document order.</summary>
    /// <param name="text">Its words.</param>
    /// <param name="voice">The voice as printed, or null.</param>
    public string Next(string text, string? voice)
    {
        for (var n = 0; ; n++)
        {
            var content = n == 0 ? text : $"{text}\n{voice}\n{n}";
            // Different texts whose short hashes meet, one pair in a billion, get a longer one.
            for (var digits = Digits; digits <= Digits + 8; digits += 2)
            {
                var id = $"{report}-{ContentHash.Of(content, digits)}";
                if (_taken.TryAdd(id, content))
                    return id;
                if (_taken[id] == content)
                    break;
            }
        }
    }
}
