namespace KnowledgeBase.Benchmarks.Synthetic;

/// <summary>Draws numbers from 0 on, the first most often: the n-th 1/n^<paramref name="exponent"/> times as often.</summary>
internal sealed class Zipf(int count, double exponent)
{
    private readonly double[] _reached = Reached(count, exponent);

    /// <summary>A number below the count.</summary>
    public int Next(Random random) => Math.Min(Place(_reached, random.NextDouble() * _reached[^1]), count - 1);

    /// <summary>The first place whose sum is above a value; the length where none is.</summary>
    public static int Place(ReadOnlySpan<double> sums, double value)
    {
        var at = sums.BinarySearch(value);
        return at < 0 ? ~at : at + 1;
    }

    private static double[] Reached(int count, double exponent)
    {
        var sum = 0.0;
        return [.. Enumerable.Range(1, count).Select(n => sum += Math.Pow(n, -exponent))];
    }
}
