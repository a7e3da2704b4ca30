using CsCheck;

namespace KnowledgeBase.Tests;

/// <summary>
/// Tries a property on generated values, the same ones in every run; KB_SAMPLES=20 tries twenty times as many, to look
/// for what the usual ones do not show.
/// </summary>
internal static class Samples
{
    private static readonly int Factor = int.TryParse(Environment.GetEnvironmentVariable("KB_SAMPLES"), out var factor) ? factor : 1;

    public static void Each<T>(Gen<T> values, int count, Action<T> property)
    {
        for (uint sample = 0; sample < count * Factor; sample++)
        {
            var value = values.Generate(new PCG(sample, 2021), null, out _);
            try
            {
                property(value);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"sample {sample}: {Print(value)}\n{e.Message}", e);
            }
        }
    }

    private static string Print<T>(T value) => string.Concat($"{value}".Select(c => char.IsControl(c) || char.IsSurrogate(c) ? $"\\u{(int)c:X4}" : c.ToString()));
}
