namespace KnowledgeBase.Corpus.Text;

/// <summary>
/// What the program knows of single Han characters of the basic plane: the simplified form and the reading. The table
/// comes from ICU (tools/KnowledgeBase.Tables makes it).
/// </summary>
public static class Han
{
    private static readonly Lazy<Table> Characters = new(() => new Table());

    /// <summary>Whether <paramref name="c"/> is a Han character (an iteration mark 々 or 〇 counts).</summary>
    public static bool Is(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF')
        or (>= '\uF900' and <= '\uFAFF') or '々' or '〇';

    /// <summary>The simplified form of <paramref name="c"/>, or <paramref name="c"/> itself.</summary>
    public static char Simplify(char c) => c < '\u3400' ? c : Characters.Value.Simplified[c];

    /// <summary>The most usual reading of <paramref name="c"/> in pinyin without tone, e.g. "lü"; "" if it has none.</summary>
    public static string Reading(char c) => c < '\u3400' ? "" : Characters.Value.Readings[Characters.Value.Reading[c]];

    private sealed class Table
    {
        public Table()
        {
            for (var i = 0; i < Simplified.Length; i++)
                Simplified[i] = (char)i;

            var numbers = new Dictionary<string, ushort>(StringComparer.Ordinal) { [""] = 0 };
            foreach (var row in DataFile.Rows("Text/Data/han.tsv.gz", 3))
            {
                if (row[1].Length == 1)
                    Simplified[row[0][0]] = row[1][0];
                if (!numbers.TryGetValue(row[2], out var number))
                {
                    numbers[row[2]] = number = (ushort)Readings.Count;
                    Readings.Add(row[2]);
                }

                Reading[row[0][0]] = number;
            }
        }

        public char[] Simplified { get; } = new char[char.MaxValue + 1];

        public ushort[] Reading { get; } = new ushort[char.MaxValue + 1];

        public List<string> Readings { get; } = [""];
    }
}
