using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Search;

/// <summary>
/// Finds the line on which a printed form begins. A statement may cross lines, and what it prints need not stand on its
/// first one: a title may fill a line before the name follows on the next.
/// </summary>
internal sealed class PrintedPlaces
{
    private readonly Dictionary<string, SourceText> _sources = new(StringComparer.Ordinal);

    /// <summary>A report whose source is here.</summary>
    public void Add(Report report) => _sources.TryAdd(report.Reference.Id, report.Source);

    /// <summary>The 1-based line on which a form begins in a statement, 0 where the statement has no source.</summary>
    public int LineOf(string form, Statement statement) => LineOf(form, statement, 0);

    /// <summary>The same of a word of the content; the opening (title and name) may hold the word too.</summary>
    public int LineOfContent(string word, Statement statement) => LineOf(word, statement, statement.ContentStart);

    /// <summary>The 1-based line of a heading above a statement, 0 where the statement has no source.</summary>
    public int LineOfHeading(string heading, Statement statement)
    {
        if (SourceOf(statement) is not { } source)
            return FirstLine(statement);
        var sought = new SqueezedText(heading).Text;
        var mention = 0;
        for (var line = FirstLine(statement); line > 0; line--)
        {
            var text = new SqueezedText(source.Line(line)).Text;
            // ## （二）主论坛 I 报告; a sentence before the statement may name the panel, too.
            if (text.Trim('#', '*', '_') == sought)
                return line;
            if (mention == 0 && text.Contains(sought, StringComparison.Ordinal))
                mention = line;
        }

        return mention > 0 ? mention : FirstLine(statement);
    }

    private int LineOf(string form, Statement statement, int from)
    {
        if (SourceOf(statement) is not { } source || Find(form, statement.Text, from) is not { } part)
            return FirstLine(statement);
        var slices = statement.Source!.Slice(part);
        return slices.Count == 0 ? FirstLine(statement) : source.LineAt(source.CodePoints.ToUnit(slices[0].Start));
    }

    private static CodePointRange? Find(string form, string text, int from)
    {
        var points = new CodePointIndex(text);
        var at = text.IndexOf(form, points.ToUnit(from), StringComparison.Ordinal);
        if (at < 0)
            at = text.IndexOf(form, StringComparison.Ordinal);
        if (at >= 0)
            return points.ToCodePoints(new TextSpan(at, at + form.Length));
        // A name is written without the line break or space that the text has inside.
        var (squeezed, sought) = (new SqueezedText(text), new SqueezedText(form).Text);
        at = squeezed.Text.IndexOf(sought, StringComparison.Ordinal);
        return at < 0 || sought.Length == 0 ? null : points.ToCodePoints(squeezed.ToOriginal(new TextSpan(at, at + sought.Length)));
    }

    // An import may come from another version of a report that is here.
    private SourceText? SourceOf(Statement statement) =>
        statement.Source is { } place && _sources.TryGetValue(statement.Report.Id, out var source) && source.Sha256 == place.Sha256 ? source : null;

    private static int FirstLine(Statement statement) => statement.Source?.Lines[0] ?? 0;
}
