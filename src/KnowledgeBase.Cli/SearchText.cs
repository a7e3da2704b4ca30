using System.Text;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search;

namespace KnowledgeBase.Cli;

/// <summary>Writes a search's answers for people.</summary>
internal static class SearchText
{
    private const string Mark = "\u001b[1;33m";
    private const string Unmark = "\u001b[0m";

    public static void Write(TextWriter output, SearchResult result, bool colour)
    {
        output.WriteLine($"{result.Total} statements");
        foreach (var hit in result.Items)
        {
            var statement = hit.Statement.Read();
            output.WriteLine();
            output.WriteLine($"{statement.Attribution.Source ?? "论坛成果"}{(statement.Attribution.Title is { } title ? $"，{title}" : "")}");
            output.WriteLine($"  {statement.Panel?.Name ?? string.Join(" / ", statement.Section)} · {statement.Source?.File}:{statement.Source?.Lines[0]} · {statement.Id}");
            output.WriteLine($"  {Snippet(statement.Text, hit, colour)}");
        }

        foreach (var (facet, values) in result.Facets)
        {
            output.WriteLine();
            output.WriteLine($"{facet}: {string.Join("  ", values.Where(value => value.Count > 0).Take(8).Select(value => $"{value.Label} {value.Count}"))}");
        }
    }

    private static string Snippet(string text, Hit hit, bool colour)
    {
        var points = new CodePointIndex(text);
        var snippet = new StringBuilder();
        var at = points.ToUnit(hit.Snippet.Start);
        var end = points.ToUnit(hit.Snippet.End);
        foreach (var range in hit.Highlights.Where(range => colour && range.Start >= hit.Snippet.Start && range.End <= hit.Snippet.End))
        {
            snippet.Append(text, at, points.ToUnit(range.Start) - at).Append(Mark);
            at = points.ToUnit(range.End);
            snippet.Append(text, points.ToUnit(range.Start), at - points.ToUnit(range.Start)).Append(Unmark);
        }

        return snippet.Append(text, at, end - at).ToString();
    }
}
