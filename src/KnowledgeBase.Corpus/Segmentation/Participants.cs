using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>Somebody named as taking part, without words of their own.</summary>
/// <param name="Name">Canonical name.</param>
/// <param name="Role">moderator or participant.</param>
/// <param name="Section">The section it is said in.</param>
/// <param name="At">UTF-16 offset of the name in the source.</param>
internal sealed record Participant(string Name, string Role, Section? Section, int At);

/// <summary>
/// Reads who took part from narration: 清华大学…教授陈琪主持，…副会长兼秘书长李驰江，…等嘉宾出席论坛.
/// </summary>
internal static class Participants
{
    /// <summary>The participants that passages of narration name, each once a section.</summary>
    public static IReadOnlyList<Participant> In(IReadOnlyList<Passage> narration, NameBook names)
    {
        var found = new List<Participant>();
        foreach (var passage in narration.Where(passage => NarrationWords.Any("attending", passage.Folded)))
        {
            foreach (var (name, span) in NamesIn(passage, names))
            {
                if (!found.Exists(other => other.Name == name && other.Section == passage.Section))
                    found.Add(new Participant(name, RoleOf(passage.Folded, span), passage.Section, passage.Text.ToSource(span.Start)));
            }
        }

        return found;
    }

    /// <summary>The names in a passage that stand behind a title or begin a clause, with their spans.</summary>
    public static IEnumerable<(string Name, TextSpan Span)> NamesIn(Passage passage, NameBook names)
    {
        var folded = passage.Folded;
        var taken = 0;
        for (var end = 2; end <= folded.Length; end++)
        {
            if (NameAt(passage, end, names) is not var (name, start) || start < taken)
                continue;
            taken = end;
            yield return (name, new TextSpan(start, end));
        }
    }

    private static (string Name, int Start)? NameAt(Passage passage, int end, NameBook names)
    {
        var folded = passage.Folded;
        var (known, start) = names.EndingAt(folded, end);
        if (known is not null)
            return start == 0 || Roles.LengthBefore(folded, TrimmedEnd(folded, start)) > 0 || folded[start - 1] is ',' or '、' or ':' or ' ' ? (known.Name, start) : null;
        if (!EndsItem(folded, end) || NameShapes.StartOf(folded, end) is not (>= 0 and var shape))
            return null;
        return (passage.Text.Text[shape..end], shape);
    }

    private static int TrimmedEnd(string folded, int end)
    {
        while (end > 0 && folded[end - 1] == ' ')
            end--;
        return end;
    }

    // A name that only its form tells must be an item of a list: …教授佐藤丙午，…主管让-马可·瑞克利等嘉宾.
    private static bool EndsItem(string folded, int end) =>
        end < folded.Length && (folded[end] is ',' or '、' or '等' or '和' or '与' || string.CompareOrdinal(folded, end, "主持", 0, 2) == 0 || string.CompareOrdinal(folded, end, "出席", 0, 2) == 0);

    private static string RoleOf(string folded, TextSpan name)
    {
        var after = folded.AsSpan(name.End);
        var before = folded.AsSpan(0, name.Start);
        return after.StartsWith("主持", StringComparison.Ordinal) || after.StartsWith("教授主持", StringComparison.Ordinal)
            || after.StartsWith("担任主持", StringComparison.Ordinal) || before.EndsWith("主持人", StringComparison.Ordinal) ? "moderator" : "participant";
    }
}
