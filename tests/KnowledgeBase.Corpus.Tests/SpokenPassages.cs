using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Tests;

/// <summary>What one speaker says on one line of a document.</summary>
/// <param name="Speaker">The name; "~" in front of a voice that is no named person.</param>
/// <param name="Span">Where the words stand, in UTF-16 units of the document.</param>
internal sealed record SpokenPassage(string Speaker, TextSpan Span)
{
    // At least half of what a found and a labelled passage have together must be in both.
    private const double Enough = 0.5;

    /// <summary>The name as names are compared.</summary>
    public string Key { get; } = Folding.Key(Speaker);

    /// <summary>Whether the passage is of a named person, and so asked for.</summary>
    public bool IsOfPerson => !Speaker.StartsWith('~');

    /// <summary>Whether two passages are the same words of the same speaker.</summary>
    public bool Agrees(SpokenPassage other)
    {
        double both = Math.Min(Span.End, other.Span.End) - Math.Max(Span.Start, other.Span.Start);
        return Key == other.Key && both > 0 && both / (Math.Max(Span.End, other.Span.End) - Math.Min(Span.Start, other.Span.Start)) >= Enough;
    }
}

/// <summary>The passages that a report's people were given, line by line, against those that they have by its labels.</summary>
internal sealed class SpokenPassages
{
    /// <summary>Compares.</summary>
    /// <param name="report">The segmented report.</param>
    /// <param name="labelled">What its people say, and other voices, whose words are not asked for but must not be a person's.</param>
    public SpokenPassages(Report report, IEnumerable<SpokenPassage> labelled)
    {
        var people = labelled.Where(passage => passage.IsOfPerson).ToList();
        var open = people.GroupBy(passage => passage.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        var found = report.Statements.Where(statement => statement.Kind == StatementKind.Individual).SelectMany(statement => ByLine(statement, report.Source)).ToList();
        Wrong = [.. found.Where(part => !(open.TryGetValue(part.Key, out var passages) && passages.Find(part.Agrees) is { } match && passages.Remove(match)))];
        Missed = [.. open.Values.SelectMany(passages => passages)];
        Score = new PassageScore(people.Count - Missed.Count, found.Count, people.Count);
    }

    /// <summary>What was given to somebody whose words it is not.</summary>
    public IReadOnlyList<SpokenPassage> Wrong { get; }

    /// <summary>What was not given to the person whose words it is.</summary>
    public IReadOnlyList<SpokenPassage> Missed { get; }

    /// <summary>The counts.</summary>
    public PassageScore Score { get; }

    private static IEnumerable<SpokenPassage> ByLine(Statement statement, SourceText source) =>
        statement.Source!.Ranges.Select(range => new TextSpan(source.CodePoints.ToUnit(range.Start), source.CodePoints.ToUnit(range.End)))
            .SelectMany(range => Lines(range, source.Text)).GroupBy(span => source.LineAt(span.Start))
            .Select(line => new SpokenPassage(statement.Speaker!.Name, new TextSpan(line.First().Start, line.Last().End)));

    private static IEnumerable<TextSpan> Lines(TextSpan range, string text)
    {
        for (var start = range.Start; start < range.End;)
        {
            var end = text.IndexOf('\n', start, range.End - start) is >= 0 and var feed ? feed : range.End;
            if (end > start)
                yield return new TextSpan(start, end);
            start = end + 1;
        }
    }
}

/// <summary>How many passages of people were found rightly, were found at all, and are there.</summary>
internal readonly record struct PassageScore(int Right, int Found, int Labelled)
{
    public double Precision => Found == 0 ? 0 : (double)Right / Found;

    public double Recall => Labelled == 0 ? 0 : (double)Right / Labelled;

    public double F1 => Right == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>The counts of several documents together.</summary>
    public static PassageScore Sum(IEnumerable<PassageScore> scores) => scores.Aggregate((sum, one) => new PassageScore(sum.Right + one.Right, sum.Found + one.Found, sum.Labelled + one.Labelled));

    public override string ToString() => $"precision {Precision:0.000}, recall {Recall:0.000}, F1 {F1:0.000} ({Right} right of {Found} found and {Labelled} labelled)";
}
