using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Tests;

namespace KnowledgeBase.Benchmarks;

/// <summary>
/// Precision, recall and F1 over (speaker, passage), form by form, over labelled documents: NAME.md beside
/// NAME.expected.tsv (speaker, tab, passage; tests/KnowledgeBase.Corpus.Tests/Forms/README.md), or transcripts whose own
/// labels (### 姓名：) are the truth. A statement's part on one line is a passage; it is right where at least half of what it
/// and a labelled passage of the same speaker have together is in both. Voices that are no named people (~) are not asked for,
/// but giving their words to a person is a mistake.
/// </summary>
internal static class FormsMeasure
{
    private const double Enough = 0.5;

    public static void Run(string[] arguments)
    {
        var showMistakes = arguments.Contains("--mistakes", StringComparer.Ordinal);
        string[] folders = [.. arguments.Where(argument => argument != "--mistakes")];
        if (folders.Length == 0)
            folders = [Path.Combine(Repository.Root, "tests", "KnowledgeBase.Corpus.Tests", "Forms")];
        var registry = CorpusRegistry.Load(Repository.Corpus, []);
        foreach (var folder in folders)
        {
            Console.WriteLine($"{"form",-20} {"documents",9} {"passages",9} {"precision",9} {"recall",9} {"F1",9}");
            foreach (var form in Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "README.md").GroupBy(Path.GetDirectoryName).OrderBy(group => group.Key, StringComparer.Ordinal))
                Print(Path.GetFileName(form.Key)!, [.. form.Order(StringComparer.Ordinal).Select(file => Score(file, registry, showMistakes))]);
        }
    }

    private static void Print(string form, IReadOnlyList<(int Right, int Found, int Labelled)> scores)
    {
        double right = scores.Sum(score => score.Right), found = scores.Sum(score => score.Found), labelled = scores.Sum(score => score.Labelled);
        var (precision, recall) = (found == 0 ? 0 : right / found, labelled == 0 ? 0 : right / labelled);
        Console.WriteLine($"{form,-20} {scores.Count,9} {labelled,9} {precision,9:0.000} {recall,9:0.000} {(right == 0 ? 0 : 2 * precision * recall / (precision + recall)),9:0.000}");
    }

    private static (int Right, int Found, int Labelled) Score(string file, CorpusRegistry registry, bool showMistakes)
    {
        var report = CorpusReader.ReadFile(file, null, registry, []) ?? throw new InvalidDataException(file);
        var labelled = Labelled(file, report.Source).ToList();
        var found = report.Statements.Where(statement => statement.Kind == StatementKind.Individual).SelectMany(statement => Lines(statement, report.Source)).ToList();
        var people = labelled.Where(passage => !passage.Speaker.StartsWith('~')).ToList();
        var missed = new List<Part>(people);
        var wrong = new List<Part>();
        foreach (var part in found)
        {
            if (missed.Find(passage => passage.Key == part.Key && passage.Agreement(part) >= Enough) is { } match)
                missed.Remove(match);
            else
                wrong.Add(part);
        }

        if (showMistakes && wrong.Count + missed.Count > 0)
        {
            Console.WriteLine($"\n{file}");
            foreach (var (mark, part) in wrong.Select(part => ('+', part)).Concat(missed.Select(part => ('-', part))).OrderBy(one => one.part.Span.Start))
                Console.WriteLine($"  {mark} {report.Source.LineAt(part.Span.Start),4} {part.Speaker} | {Excerpt(part.Span.Of(report.Source.Text))}");
        }

        return (people.Count - missed.Count, found.Count, people.Count);
    }

    private static string Excerpt(string text) => text.Length <= 60 ? text : $"{text[..28]} … {text[^28..]}";

    private static IEnumerable<Part> Lines(Statement statement, SourceText source)
    {
        foreach (var line in statement.Source!.Ranges.Select(range => new TextSpan(source.CodePoints.ToUnit(range.Start), source.CodePoints.ToUnit(range.End))).SelectMany(range => ByLine(range, source)).GroupBy(span => source.LineAt(span.Start)))
            yield return new Part(statement.Speaker!.Name, new TextSpan(line.First().Start, line.Last().End));
    }

    private static IEnumerable<TextSpan> ByLine(TextSpan range, SourceText source)
    {
        for (var start = range.Start; start < range.End;)
        {
            var end = source.Text.IndexOf('\n', start, range.End - start) is >= 0 and var feed ? feed : range.End;
            if (end > start)
                yield return new TextSpan(start, end);
            start = end + 1;
        }
    }

    private static IEnumerable<Part> Labelled(string file, SourceText source)
    {
        var expected = Path.ChangeExtension(file, ".expected.tsv");
        return File.Exists(expected) ? Expected(expected, source) : ByLabels(source);
    }

    private static IEnumerable<Part> Expected(string file, SourceText source)
    {
        var at = 0;
        foreach (var row in File.ReadLines(file).Where(line => line.Length > 0).Select(line => line.Split('\t', 2)))
        {
            at = source.Text.IndexOf(row[1], at, StringComparison.Ordinal);
            if (at < 0)
                throw new InvalidDataException($"{file}: not in the document: {row[1]}");
            yield return new Part(row[0], new TextSpan(at, at + row[1].Length));
            at += row[1].Length;
        }
    }

    // ### 唐鳳： / paragraph / paragraph
    private static IEnumerable<Part> ByLabels(SourceText source)
    {
        string? speaker = null;
        var at = 0;
        foreach (var line in source.Text.Split('\n'))
        {
            if (line.StartsWith("### ", StringComparison.Ordinal) && line.TrimEnd() is [.., '：' or ':'])
                speaker = line[4..].TrimEnd().TrimEnd('：', ':');
            else if (line.StartsWith('#'))
                speaker = null;
            else if (speaker is not null && line.Trim().Length > 0 && !IsRemark(line.Trim()))
                yield return new Part(speaker, new TextSpan(at, at + line.Length));
            at += line.Length + 1;
        }
    }

    private static bool IsRemark(string line) => line is ['（', .., '）'] or ['(', .., ')'] or ['[', .., ']'];

    private sealed record Part(string Speaker, TextSpan Span)
    {
        public string Key { get; } = Folding.Key(Speaker);

        public double Agreement(Part other)
        {
            double both = Math.Min(Span.End, other.Span.End) - Math.Max(Span.Start, other.Span.Start);
            return both <= 0 ? 0 : both / (Math.Max(Span.End, other.Span.End) - Math.Min(Span.Start, other.Span.Start));
        }
    }
}
