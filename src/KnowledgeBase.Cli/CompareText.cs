using System.Globalization;
using KnowledgeBase.Research.Comparing;

namespace KnowledgeBase.Cli;

/// <summary>Writes a comparison for people.</summary>
internal static class CompareText
{
    public static void Write(TextWriter output, Comparison comparison, bool colour)
    {
        TextTable.Write(output, [Side("a", comparison.A), Side("b", comparison.B)]);
        SearchText.WriteReading(output, comparison.Query);
        foreach (var note in comparison.Notes)
            output.WriteLine($"note: {note}");
        output.WriteLine("z: how many standard deviations a (above 0) or b (below 0) has more; from 1.96 on clear.");

        Table(output, "themes, by statements", comparison.Themes.Where(theme => theme.A.Count + theme.B.Count > 0).Select(theme => (theme.Label, (Compared)theme)));
        Table(output, "terms of a, by words", comparison.Terms.A.Select(term => (term.Term, (Compared)term)));
        Table(output, "terms of b, by words", comparison.Terms.B.Select(term => (term.Term, (Compared)term)));
        Table(output, "terms of both", comparison.SharedTerms.Select(term => (term.Term, (Compared)term)));
        foreach (var (name, side) in new[] { ("a", comparison.A), ("b", comparison.B) })
        {
            if (side.Items.Count == 0)
                continue;
            output.WriteLine();
            output.WriteLine($"{name}: {side.Items.Count} of {SearchText.Statements(side.Total)}");
            foreach (var hit in side.Items)
                SearchText.WriteHit(output, hit, colour);
        }
    }

    private static string[] Side(string name, ComparedSide side) =>
        [$"{name}  {side.Label} ({side.Facet}:{side.Id})", SearchText.Statements(side.Total), $"{side.Words} words"];

    private static void Table(TextWriter output, string title, IEnumerable<(string Name, Compared Thing)> things)
    {
        List<string[]> lines = [.. things.Select(thing => Line(thing.Name, thing.Thing))];
        if (lines.Count == 0)
            return;
        output.WriteLine();
        TextTable.Write(output, [[title, "a", "", "b", "", "z"], .. lines]);
    }

    private static string[] Line(string name, Compared thing) =>
    [
        name,
        Number(thing.A.Count, "0"), Number(thing.A.Share, "0.0%"),
        Number(thing.B.Count, "0"), Number(thing.B.Share, "0.0%"),
        Number(thing.Z, "0.00"),
        thing.More is { } more ? $"clearly {(more == ComparedOn.A ? "a" : "b")}" : "",
        thing.Small ? "(few)" : "",
    ];

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
