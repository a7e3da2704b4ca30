using System.Text;
using KnowledgeBase.Corpus;
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
        output.WriteLine(Statements(result.Total));
        WriteReading(output, result.Query);
        foreach (var hit in result.Items)
            WriteHit(output, hit, colour);

        foreach (var (facet, values) in result.Facets.Where(facet => facet.Value.Any(value => value.Count > 0)))
        {
            output.WriteLine();
            output.WriteLine($"{facet}: {string.Join("  ", values.Where(value => value.Count > 0).Take(8).Select(value => $"{value.Label} {value.Count}"))}");
        }
    }

    /// <summary>Writes one statement: who, where, and the words that answer best.</summary>
    public static void WriteHit(TextWriter output, Hit hit, bool colour)
    {
        var statement = hit.Statement.Read();
        output.WriteLine();
        output.WriteLine($"{Voice(statement)}{(statement.Attribution.Title is { } title ? $"，{title}" : "")}");
        output.WriteLine($"  {Place(statement)} · {statement.Id}");
        output.WriteLine($"  {Snippet(statement.Text, hit, colour)}");
    }

    /// <summary>Writes how the query was taken, where it was not taken as it stands.</summary>
    public static void WriteReading(TextWriter output, QueryReading query)
    {
        if (query.Corrected is not null)
            output.WriteLine($"nothing has “{query.Q}”; searched “{query.Corrected}” instead");
        else if (query.DidYouMean is not null)
            output.WriteLine($"did you mean “{query.DidYouMean}”?");
        foreach (var expansion in query.Expansions)
            output.WriteLine($"{expansion.Term}: also searched {string.Join(", ", expansion.Forms)} ({expansion.Source.ToString().ToLowerInvariant()}; --expand off switches it off)");
        if (query.Matching is { } matching && matching.Required < matching.Words.Count)
            output.WriteLine($"{matching.WithAll} have all of {string.Join(", ", matching.Words)}; the others have at least {matching.Required} of {matching.Words.Count}");
        if (query.Matching is { LeftOut: > 0 } first)
            output.WriteLine($"the query is long: its first {first.Words.Count} words were asked for, {first.LeftOut} further ones were not");
        if (query.Matching is { Themes.Count: > 0 } about)
            output.WriteLine($"statements of the themes {string.Join(", ", about.Themes)} were added");
        foreach (var relaxation in query.Relax)
            output.WriteLine($"without {(relaxation.Without == "q" ? "the query" : "--" + relaxation.Without)}: {Statements(relaxation.Total)}");
    }

    /// <summary>3 statements.</summary>
    public static string Statements(int count) => $"{count} {(count == 1 ? "statement" : "statements")}";

    private static string Voice(Statement statement) =>
        statement.Attribution.Source ?? statement.Speaker?.Name ?? (statement.Kind == StatementKind.Outcome ? "论坛成果" : "集体观点");

    // An imported statement may have neither panel nor section, and no source.
    private static string Place(Statement statement)
    {
        var place = statement.Panel?.Name ?? (statement.Section.Count > 0 ? string.Join(" / ", statement.Section) : statement.Report.Title);
        return statement.Source is { } source ? $"{place} · {source.File}:{source.Lines[0]}" : place;
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
