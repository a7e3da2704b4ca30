using System.IO.Compression;
using System.Reflection;

namespace KnowledgeBase.Corpus.Text;

/// <summary>
/// The word lists and tables that lie as files beside the code that reads them and are embedded at build time.
/// Lines that begin with '#' and blank lines are comments.
/// </summary>
internal static class DataFile
{
    /// <summary>The lines of an embedded file, e.g. <c>Segmentation/Data/cues.tsv</c>; a name ending in .gz is unpacked.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(Open(name));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }

    /// <summary>The tab-separated cells of each line, with at least <paramref name="columns"/> cells, missing ones empty.</summary>
    public static IEnumerable<string[]> Rows(string name, int columns)
    {
        foreach (var line in Lines(name))
        {
            var cells = line.Split('\t');
            if (cells.Length < columns)
            {
                var given = cells.Length;
                Array.Resize(ref cells, columns);
                Array.Fill(cells, "", given, columns - given);
            }

            yield return cells;
        }
    }

    private static Stream Open(string name)
    {
        var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The embedded file {name} is missing.");
        return name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }
}
