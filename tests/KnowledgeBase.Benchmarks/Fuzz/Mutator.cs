using System.Numerics;

namespace KnowledgeBase.Fuzz;

/// <summary>
/// Makes inputs of seeds: first each seed as it is, then seeds with some changes. The same number and the same random
/// numbers make the same input.
/// </summary>
/// <typeparam name="T">Characters or bytes.</typeparam>
/// <param name="seeds">What is changed.</param>
/// <param name="tokens">What the format's readers look for; put in as a whole.</param>
/// <param name="isWhole">Whether a long seed is always taken whole, because a part of it is nothing (a PDF file).</param>
internal sealed class Mutator<T>(IReadOnlyList<T[]> seeds, IReadOnlyList<T[]> tokens, bool isWhole = false)
    where T : unmanaged, IBinaryInteger<T>
{
    /// <summary>The most characters or bytes that an input has, unless a seed has more.</summary>
    public const int Longest = 256 * 1024;

    private const int LongSeed = 1024;
    private const int LongestWindow = 12;

    private static readonly T[][] Numbers =
    [
        .. new[] { "0", "1", "-1", "00", "7", "9", "10", "100", "255", "256", "65535", "65536", "2147483647", "2147483648", "-2147483648", "4294967296", "9223372036854775807", "99999999999999999999", "1e308", "1e999", "0.1", "-0", "0x7f" }
            .Select(number => number.Select(digit => T.CreateTruncating(digit)).ToArray()),
    ];

    /// <summary>How many seeds there are: so many inputs are seeds as they are.</summary>
    public int Seeds => seeds.Count;

    /// <summary>An input.</summary>
    public T[] Make(Random random, int number)
    {
        if (number < seeds.Count)
            return seeds[number];
        List<T> input = [.. Pick(random)];
        do
        {
            Change(input, random);
        }
        while (random.Next(3) > 0);
        if (input.Count > Longest)
            input.RemoveRange(Longest, input.Count - Longest);
        return [.. input];
    }

    // Mostly a window of a long seed, of 16 to 4,096 characters, so that most inputs are short and many.
    private ReadOnlySpan<T> Pick(Random random)
    {
        var seed = seeds[random.Next(seeds.Count)];
        if (isWhole || seed.Length <= LongSeed || random.Next(256) == 0)
            return seed;
        var length = Math.Min(seed.Length - 1, 1 << random.Next(4, LongestWindow + 1));
        return seed.AsSpan(random.Next(seed.Length - length), length);
    }

    private void Change(List<T> input, Random random)
    {
        var (start, length) = Range(input, random);
        switch (random.Next(12))
        {
            case 0 when input.Count > 0:
                var at = random.Next(input.Count);
                input[at] ^= T.One << random.Next(int.CreateTruncating(T.PopCount(T.AllBitsSet)));
                break;
            case 1 when input.Count > 0:
                input[random.Next(input.Count)] = T.CreateTruncating(random.Next());
                break;
            case 2:
                input.RemoveRange(start, length);
                break;
            case 3:
                Insert(input, start, input.GetRange(start, length), Times(random));
                break;
            case 4:
                input.InsertRange(random.Next(input.Count + 1), input.GetRange(start, length));
                break;
            case 5:
                Insert(input, start, tokens[random.Next(tokens.Count)], Times(random));
                break;
            case 6:
                PutNumber(input, random);
                break;
            case 7:
                Splice(input, random);
                break;
            case 8:
                var moved = input.GetRange(start, length);
                input.RemoveRange(start, length);
                input.InsertRange(random.Next(input.Count + 1), moved);
                break;
            case 9 when random.Next(4) == 0:
                input.RemoveRange(start, input.Count - start);
                break;
            default:
                input.InsertRange(random.Next(input.Count + 1), tokens[random.Next(tokens.Count)]);
                break;
        }
    }

    // Once or a few times, seldom very often.
    private static int Times(Random random) => random.Next(64) == 0 ? random.Next(2, 5000) : random.Next(1, 4);

    private static void Insert(List<T> input, int at, IReadOnlyList<T> what, int times)
    {
        times = Math.Min(times, Math.Max(1, Longest / Math.Max(1, what.Count)));
        input.InsertRange(at, Enumerable.Repeat(what, times).SelectMany(part => part));
    }

    private static (int Start, int Length) Range(List<T> input, Random random)
    {
        var start = random.Next(input.Count + 1);
        var most = input.Count - start;
        return (start, random.Next(Math.Min(most, 1 << random.Next(12)) + 1));
    }

    // Another number where one stands, else anywhere.
    private static void PutNumber(List<T> input, Random random)
    {
        var from = random.Next(input.Count + 1);
        var start = input.FindIndex(from, IsDigit);
        start = start < 0 ? from : start;
        var end = start;
        while (end < input.Count && IsDigit(input[end]))
            end++;
        input.RemoveRange(start, end - start);
        input.InsertRange(start, Numbers[random.Next(Numbers.Length)]);
    }

    private static bool IsDigit(T element) => element >= T.CreateTruncating('0') && element <= T.CreateTruncating('9');

    private void Splice(List<T> input, Random random)
    {
        var other = Pick(random);
        var cut = random.Next(input.Count + 1);
        input.RemoveRange(cut, input.Count - cut);
        input.AddRange(other[random.Next(other.Length + 1)..]);
    }
}
