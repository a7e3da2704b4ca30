using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Fuzz;

/// <summary>Keeps inputs that failed, and says how to feed them again. Of failures in one place of the code the first few are kept.</summary>
/// <param name="folder">Where they are kept.</param>
internal sealed class FuzzFailures(string folder)
{
    private const int KeptOfAKind = 12;
    private readonly Dictionary<string, int> _kinds = new(StringComparer.Ordinal);

    /// <summary>Keeps and prints a failure, unless enough of its kind were.</summary>
    public void Add(FuzzTarget target, int number, byte[] input, Exception failure)
    {
        var kind = KindOf(failure);
        if ((_kinds[kind] = _kinds.GetValueOrDefault(kind) + 1) <= KeptOfAKind)
            Keep(target.Name, target.Ending, number, input, failure.ToString());
    }

    /// <summary>Keeps and prints an input of a target.</summary>
    public void Keep(string target, string ending, int number, byte[] input, string why)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{target}-{number}-{ContentHash.Of(Convert.ToHexString(input), 6)}");
        File.WriteAllBytes(path + ending, input);
        File.WriteAllText(path + ".why.txt", why);
        Console.WriteLine($"  FAILED {target} {number}: {why.Split('\n')[0]}");
        Console.WriteLine($"    tests/fuzz.sh --target {target} --replay {path}{ending}");
    }

    // Its type and the innermost places: numbers in messages differ from input to input.
    private static string KindOf(Exception failure) =>
        string.Join('\n', [failure.GetType().Name, string.Concat(failure.Message.Where(c => !char.IsAsciiDigit(c)).Take(60)), .. (failure.StackTrace ?? "").Split('\n').Take(3)]);
}
