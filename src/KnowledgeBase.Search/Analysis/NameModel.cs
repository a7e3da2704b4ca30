using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Search.Analysis;

/// <summary>
/// What a personal name costs: 薛澜 by surname and given name, 瓦拉赫 by the characters that foreign names are written
/// with. Costs are in units of <see cref="Lexicon.Unit"/>; -1 where a character has no part in a name.
/// </summary>
internal sealed class NameModel
{
    /// <summary>The longest transliterated part of a name, in characters.</summary>
    public const int LongestPart = 7;

    private readonly int[] _surname = Costs();
    private readonly int[] _given = Costs();
    private readonly int[] _foreign = Costs();
    private readonly Dictionary<(char, char), int> _compound = [];
    private readonly HashSet<(char, char)> _addresses = [];
    private readonly bool[] _beginsCompound = new bool[char.MaxValue + 1];

    private NameModel()
    {
        foreach (var row in DataRows.Of("Analysis/Data/names.tsv"))
        {
            var cost = (int)(double.Parse(row[2]) * Lexicon.Unit);
            switch (row[0], row[1])
            {
                case ("surname", [var c]):
                    _surname[c] = cost;
                    break;
                case ("surname", [var a, var b]):
                    _compound[(a, b)] = cost;
                    _beginsCompound[a] = true;
                    break;
                case ("address", [var a, var b]):
                    _addresses.Add((a, b));
                    break;
                case ("given", _):
                    _given[row[1][0]] = cost;
                    break;
                default:
                    foreach (var c in row[1])
                        _foreign[c] = cost;
                    break;
            }
        }
    }

    /// <summary>The model that comes with the program.</summary>
    public static NameModel Default { get; } = new();

    /// <summary>The cost of a single-character surname, or -1.</summary>
    public int Surname(char c) => _surname[c];

    /// <summary>The cost of a two-character surname (欧阳), or -1.</summary>
    public int Surname(char a, char b) => _beginsCompound[a] ? _compound.GetValueOrDefault((a, b), -1) : -1;

    /// <summary>The cost of a character in a given name; dear, but possible, for any Han character.</summary>
    public int Given(char c) => _given[c] >= 0 ? _given[c] : Han.Is(c) ? 7 * Lexicon.Unit : -1;

    /// <summary>Whether two characters behind a surname address its bearer and are no given name: 王|老师.</summary>
    public bool IsAddress(char a, char b) => _addresses.Contains((a, b));

    /// <summary>The cost of a character in a transliterated name, or -1.</summary>
    public int Foreign(char c) => _foreign[c];

    private static int[] Costs()
    {
        var costs = new int[char.MaxValue + 1];
        Array.Fill(costs, -1);
        return costs;
    }
}
