using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Tables;

/// <summary>
/// Compiles word and word-pair counts, folded as the segmenter's text is, into the form that the segmenter loads without work: a double-array trie, costs
/// (negative natural logarithms in units of 1/2048) of words, and of pairs where a pair says more than its second word.
/// </summary>
internal static class LexiconCompiler
{
    // One scale for both dictionaries, as NOTICE.md gives it; a word that only the larger one has counts for little, for
    // many of its entries are phrases (低着头). What a pair says is weighed with what its second word says by itself.
    private const double JiebaScale = 0.1307;
    private const double JiebaOnlyWeight = 0.05;
    private const double PairWeight = 0.65;
    private const double Unit = 2048;

    // The names of classes in the pair counts, in the order of the segmenter's WordClass.
    private static readonly string[] Classes = ["始##始", "末##末", "未##人", "未##数", "未##时", "未##地", "未##串", "未##团", "未##专", "未##它"];

    public static void Compile(string source, string output)
    {
        var words = Words(Path.Combine(source, "words.tsv.gz"));
        var trie = DoubleArrayTrie.Build([.. words.Keys]);
        var ids = trie.Words.Select((word, id) => (word, id)).Concat(Classes.Select((name, i) => (word: name, id: trie.Words.Count + i)))
            .ToDictionary(pair => pair.word, pair => pair.id, StringComparer.Ordinal);
        var pairs = Pairs(Path.Combine(source, "bigrams.tsv.gz"), ids);
        var counts = CountsOf(ids, words, pairs);
        var total = counts.Sum();

        using var file = new GZipStream(File.Create(output), CompressionLevel.SmallestSize);
        using var writer = new BinaryWriter(file);
        writer.Write("KBLEX1"u8);
        Write(writer, trie.Codes);
        Write(writer, trie.Base);
        Write(writer, trie.Check);
        Write(writer, trie.WordSlots);
        Write(writer, counts.Select(count => Cost((1 - PairWeight) * count / total)).ToArray());
        WritePairs(writer, pairs, counts, total);
        Console.WriteLine($"{trie.Words.Count} words, {pairs.Count} pairs, {trie.Base.Length} trie slots, total count {total:0}");
    }

    private static SortedDictionary<string, double> Words(string path)
    {
        var words = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (cells, line) in Rows(path))
        {
            var (word, smart, jieba) = (Folding.Fold(cells[0]), Count(path, line, cells, 1), Count(path, line, cells, 2));
            words[word] = words.GetValueOrDefault(word) + Math.Max(0.05, smart > 0 ? smart : jieba * JiebaScale * JiebaOnlyWeight);
        }

        return words;
    }

    private static List<(int First, int Second, double Count)> Pairs(string path, Dictionary<string, int> ids) =>
    [
        .. Rows(path).Select(row => (First: Folding.Fold(row.Cells[0]), Second: Folding.Fold(row.Cells[1]), Count: Count(path, row.Line, row.Cells, 2)))
            .Where(pair => ids.ContainsKey(pair.First) && ids.ContainsKey(pair.Second))
            .GroupBy(pair => (ids[pair.First], ids[pair.Second]), (pair, all) => (pair.Item1, pair.Item2, all.Sum(p => p.Count)))
            .Order(),
    ];

    // A class has no count of its own: what its pairs add up to.
    private static double[] CountsOf(Dictionary<string, int> ids, SortedDictionary<string, double> words, List<(int First, int Second, double Count)> pairs)
    {
        var counts = new double[ids.Count];
        foreach (var (word, count) in words)
            counts[ids[word]] = count;
        var firsts = pairs.GroupBy(pair => pair.First).ToDictionary(g => g.Key, g => g.Sum(pair => pair.Count));
        var seconds = pairs.GroupBy(pair => pair.Second).ToDictionary(g => g.Key, g => g.Sum(pair => pair.Count));
        foreach (var name in Classes)
            counts[ids[name]] = Math.Max(1, Math.Max(firsts.GetValueOrDefault(ids[name]), seconds.GetValueOrDefault(ids[name])));
        return counts;
    }

    private static void WritePairs(BinaryWriter writer, List<(int First, int Second, double Count)> pairs, double[] counts, double total)
    {
        writer.Write(pairs.Count);
        Write(writer, [.. pairs.Select(pair => pair.First)]);
        Write(writer, [.. pairs.Select(pair => pair.Second)]);
        Write(writer, pairs.Select(pair => Cost((PairWeight * pair.Count / Math.Max(counts[pair.First], pair.Count)) + ((1 - PairWeight) * counts[pair.Second] / total))).ToArray());
    }

    private static ushort Cost(double probability) => (ushort)Math.Clamp(Math.Round(-Math.Log(probability) * Unit), 0, ushort.MaxValue);

    private static void Write(BinaryWriter writer, ushort[] values)
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    private static void Write(BinaryWriter writer, int[] values)
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    private static double Count(string path, int line, string[] cells, int column) =>
        double.TryParse(cells[column], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw new InvalidDataException($"{path}:{line}: column {column + 1} holds \"{cells[column]}\", not a count");

    // The first line names the columns.
    private static IEnumerable<(string[] Cells, int Line)> Rows(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        reader.ReadLine();
        for (var line = 2; reader.ReadLine() is { } text; line++)
        {
            var cells = text.Split('\t');
            yield return cells.Length == 3 ? (cells, line) : throw new InvalidDataException($"{path}:{line}: three columns parted by tabs are expected, there are {cells.Length}");
        }
    }
}
