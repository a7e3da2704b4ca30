using System.Text;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>Harm done to one statement of the example report where an index stores it, in such a way that the service serves the index.</summary>
internal static class StoredDamage
{
    // What the statement says. Statements are stored compressed, and a few characters here and there as they are; with a mark among
    // them they are no term of the index.
    private const string Passage = "显著提升地区生产力，在非洲部分没有实现工业化的地区已经率先的实现了数字化，发展非常迅速。因此，人工智能需要找到任务和愿景，理清借助人工智能要实现可持续发展目标。";

    /// <summary>Overwrites the statement, and the hashes with those of the damaged bytes.</summary>
    /// <param name="generation">The folder of the generation.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task Do(string generation, CancellationToken cancellation)
    {
        var file = Directory.GetFiles(generation, "*.cfs", SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(file, cancellation);
        bytes.AsSpan(PlaceIn(bytes), 300).Fill(0xFF);
        await File.WriteAllBytesAsync(file, bytes, cancellation);
        GenerationSeal.Write(new GenerationFiles(generation));
    }

    private static int PlaceIn(byte[] bytes) => Enumerable.Range(0, Passage.Length - 3).Select(at => Passage.Substring(at, 4)).Where(four => four.Any(char.IsPunctuation))
        .Select(four => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(four))).First(at => at >= 0);
}
