using System.Reflection;

namespace KnowledgeBase.Search.Analysis;

/// <summary>The tables that lie as files beside the code that reads them; lines that begin with '#' are comments.</summary>
internal static class DataRows
{
    /// <summary>The tab-separated cells of each line of an embedded file.</summary>
    public static IEnumerable<string[]> Of(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The embedded file {name} is missing.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('\t');
        }
    }
}
