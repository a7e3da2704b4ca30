using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace KnowledgeBase.Corpus.Reading.Word;

/// <summary>
/// Counts lists as Word does: the numbers it prints before paragraphs (一、 （二） 3.1) are words of the document, although
/// its file does not hold them.
/// </summary>
internal sealed class WordNumbers
{
    private const string Bullet = "- ";

    // The format knows no others, whatever a file says.
    private const int Levels = 9;
    private readonly Dictionary<int, int> _definitions = [];
    private readonly Dictionary<(int Definition, int Level), Level> _levels = [];
    private readonly Dictionary<(int List, int Level), int> _starts = [];
    private readonly Dictionary<int, int[]> _counts = [];
    private readonly HashSet<int> _restarted = [];

    public WordNumbers(MainDocumentPart part)
    {
        var numbering = part.NumberingDefinitionsPart?.Numbering;
        foreach (var list in numbering?.Elements<NumberingInstance>() ?? [])
        {
            if (list is not { NumberID.Value: var id, AbstractNumId.Val.Value: var definition })
                continue;
            _definitions[id] = definition;
            foreach (var change in list.Elements<LevelOverride>())
            {
                if (change is { LevelIndex.Value: var level, StartOverrideNumberingValue.Val.Value: var start })
                    _starts[(id, level)] = start;
            }
        }

        foreach (var definition in numbering?.Elements<AbstractNum>() ?? [])
        {
            foreach (var level in definition.Elements<Level>())
            {
                if (definition.AbstractNumberId?.Value is { } id && level.LevelIndex?.Value is { } index)
                    _levels[(id, index)] = level;
            }
        }
    }

    /// <summary>What is printed before the next paragraph of a list: "（一）", "1. ", "- " for a bullet; "" for nothing.</summary>
    public string Next(int list, int level)
    {
        if (level is < 0 or >= Levels || !_definitions.TryGetValue(list, out var definition) || !_levels.TryGetValue((definition, level), out var form))
            return Bullet;
        var counts = Count(list, definition, level);
        var format = FormatOf(form);
        if (format == "bullet")
            return Bullet;
        if (format == "none" || form.LevelText?.Val?.Value is not { Length: > 0 } pattern)
            return "";
        var text = Enumerable.Range(0, level + 1).Aggregate(pattern, (current, i) =>
            current.Replace($"%{i + 1}", NumberText.Of(counts[i], _levels.TryGetValue((definition, i), out var at) ? FormatOf(at) : "decimal"), StringComparison.Ordinal));
        return RichText.IsChinese(text[^1]) ? text : text + " ";
    }

    // Lists of one definition count on together, unless a list starts anew.
    private int[] Count(int list, int definition, int level)
    {
        var counts = _counts.TryGetValue(definition, out var known) ? known : _counts[definition] = new int[Levels];
        if (_restarted.Add((list * 16) + level) && _starts.TryGetValue((list, level), out var start))
            counts[level] = start - 1;
        for (var i = 0; i <= level; i++)
        {
            if (counts[i] == 0 || i == level)
                counts[i] = counts[i] == 0 ? StartOf(definition, i) : counts[i] + 1;
        }

        Array.Clear(counts, level + 1, counts.Length - level - 1);
        return counts;
    }

    private int StartOf(int definition, int level) => _levels.TryGetValue((definition, level), out var form) && form.StartNumberingValue?.Val?.Value is { } start ? start : 1;

    private static string FormatOf(Level level) => level.NumberingFormat?.Val?.InnerText is { Length: > 0 } format ? format : "decimal";
}
