using System.Text;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Tests;

/// <summary>
/// A real transcript, whose labels (### 唐鳳：, then paragraphs) say who speaks; printed with its labels in other forms, or
/// without them, it is the same conversation as somebody else would publish it.
/// </summary>
internal sealed class Transcript
{
    /// <summary>The label as this collection prints it: a heading of its own.</summary>
    public const string AsPrinted = "### 姓名：";

    /// <summary>No label at all.</summary>
    public const string Stripped = "no label";

    private static readonly HashSet<string> NobodysNames = new(
        File.ReadLines(Path.Combine(Repository.Root, "tests", "KnowledgeBase.Corpus.Tests", "Data", "voices-without-names.txt")).Select(Folding.Fold), StringComparer.Ordinal);

    private static readonly string[] Titles = ["共同召集人", "召集人", "委員", "科長", "處長", "組長", "院長", "次長"];

    private readonly List<Line> _lines = [];

    private Transcript(string text)
    {
        string? speaker = null;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var isLabel = line.StartsWith("### ", StringComparison.Ordinal) && line.TrimEnd() is [.., '：' or ':'];
            if (isLabel)
                speaker = line[4..].TrimEnd().TrimEnd('：', ':');
            else if (line.StartsWith('#'))
                speaker = null;
            _lines.Add(new Line(line, isLabel, isLabel || (line.Trim().Length > 0 && !IsRemark(line)) ? speaker : null));
        }
    }

    /// <summary>The folder of real transcripts; null where this clone has none beside it.</summary>
    public static string? Folder { get; } = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "datasets", "transcripts")) is var folder && Directory.Exists(folder) ? folder : null;

    /// <summary>How a label is printed in front of a turn's words, by the form's name; the words follow on the same line unless the form ends in a blank line.</summary>
    public static IReadOnlyDictionary<string, Func<string, int, string>> Forms { get; } = new Dictionary<string, Func<string, int, string>>(StringComparer.Ordinal)
    {
        [AsPrinted] = (name, _) => $"### {name}{Colon(name)}\n",
        ["姓名：…"] = (name, _) => $"{name}{Colon(name)}{Space(name)}",
        ["**姓名**：…"] = (name, _) => $"**{name}**{Colon(name)}{Space(name)}",
        ["**姓名：**…"] = (name, _) => $"**{name}{Colon(name)}**{Space(name)}",
        ["**姓名**"] = (name, _) => $"**{name}**\n\n",
        ["【姓名】…"] = (name, _) => $"【{name}】",
        ["姓名（時間）"] = (name, turn) => $"{name}（{TimeOf(turn)}）\n\n",
        ["姓名 時間"] = (name, turn) => $"{name} {TimeOf(turn)}\n",
        [Stripped] = (_, _) => "",
    };

    /// <summary>Reads a file.</summary>
    public static Transcript Read(string file) => new(File.ReadAllText(file));

    /// <summary>Prints the conversation with its labels in one of the forms, and says where in that text who speaks.</summary>
    public (string Text, IReadOnlyList<SpokenPassage> Passages) Print(string form)
    {
        var text = new StringBuilder();
        var passages = new List<SpokenPassage>();
        var head = "";
        var turns = 0;
        foreach (var line in _lines)
        {
            if (line.IsLabel)
            {
                head = Forms[form](line.Speaker!, ++turns);
                continue;
            }

            // A remark that comes before the first words stands between label and words.
            text.Append(head.Length > 0 && line.Speaker is null ? head.TrimEnd() + "\n\n" : head);
            head = "";
            if (line.Speaker is { } speaker)
                passages.Add(new SpokenPassage(NameOf(speaker), new TextSpan(text.Length, text.Length + line.Text.Length)));
            text.Append(line.Text).Append('\n');
        }

        return (text.ToString(), passages);
    }

    // Richard Haddock (何立德), 耿璐委員: another spelling and a title are not part of the name. 問, 消防署代表: a voice that nobody named.
    private static string NameOf(string label)
    {
        var name = label.Split('（', '(')[0].Trim('【', '】', ' ');
        if (Titles.FirstOrDefault(title => name.EndsWith(title, StringComparison.Ordinal) && name.Length - title.Length is 2 or 3) is { } last)
            return name[..^last.Length];
        if (Titles.FirstOrDefault(title => name.IndexOf(title, StringComparison.Ordinal) == 1 && name.Length - title.Length is 2 or 3) is { } inside)
            return name[0] + name[(1 + inside.Length)..];
        var folded = Folding.Fold(name);
        return NobodysNames.Contains(folded) || NobodysNames.Any(word => word is ['…', ..] && folded.EndsWith(word[1..], StringComparison.Ordinal)) ? "~" + name : name;
    }

    // （笑）, > (laughter), \[laughs\]: what happens, not what is said.
    private static bool IsRemark(string line) =>
        line.TrimStart('>', ' ').Replace("\\", "", StringComparison.Ordinal).Trim() is ['（', .., '）'] or ['(', .., ')'] or ['[', .., ']'];

    private static string Colon(string name) => name.Any(Han.Is) ? "：" : ":";

    private static string Space(string name) => name.Any(Han.Is) ? "" : " ";

    private static string TimeOf(int turn) => $"{turn / 120:00}:{turn / 2 % 60:00}:{turn * 30 % 60:00}";

    // A line; Speaker is whose it is: of a label, and of words that are said.
    private sealed record Line(string Text, bool IsLabel, string? Speaker);
}
