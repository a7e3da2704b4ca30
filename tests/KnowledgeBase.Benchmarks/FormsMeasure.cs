using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Tests;

namespace KnowledgeBase.Benchmarks;

/// <summary>
/// Precision, recall and F1 over (speaker, passage), form by form, over labelled documents: NAME.md beside
/// NAME.expected.tsv (speaker, tab, passage; tests/KnowledgeBase.Corpus.Tests/Forms/README.md), or transcripts whose own
/// labels (### 姓名：) are the truth; with --relabel those, with the labels printed in other forms and left out. A statement's
/// part on one line is a passage. Voices that are no named people (~) are not asked for, but giving their words to a person
/// is a mistake. --mistakes lists them.
/// </summary>
internal static class FormsMeasure
{
    public static void Run(string[] arguments)
    {
        var showMistakes = arguments.Contains("--mistakes", StringComparer.Ordinal);
        var relabel = arguments.Contains("--relabel", StringComparer.Ordinal);
        string[] folders = [.. arguments.Where(argument => !argument.StartsWith("--", StringComparison.Ordinal))];
        if (folders.Length == 0)
            folders = [relabel ? Transcript.Folder ?? throw new DirectoryNotFoundException("--relabel: name a folder of transcripts") : Path.Combine(Repository.Root, "tests", "KnowledgeBase.Corpus.Tests", "Forms")];
        var registry = CorpusRegistry.Load(Repository.Corpus, []);
        foreach (var folder in folders)
        {
            Console.WriteLine($"{"form",-20} {"documents",9} {"passages",9} {"precision",9} {"recall",9} {"F1",9}");
            var files = Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "README.md").Order(StringComparer.Ordinal).ToList();
            if (relabel)
                Relabel(files, registry, showMistakes);
            else
                ByForm(files, registry, showMistakes);
        }
    }

    private static void ByForm(List<string> files, CorpusRegistry registry, bool showMistakes)
    {
        foreach (var form in files.GroupBy(Path.GetDirectoryName).OrderBy(group => group.Key, StringComparer.Ordinal))
            Print(Path.GetFileName(form.Key)!, [.. form.Select(file => Score(file, registry, showMistakes))]);
    }

    private static void Relabel(List<string> files, CorpusRegistry registry, bool showMistakes)
    {
        foreach (var form in Transcript.Forms.Keys)
            Print(form, [.. files.Select(file => Score(file, form, registry, showMistakes))]);
    }

    private static void Print(string form, IReadOnlyList<PassageScore> scores)
    {
        var sum = PassageScore.Sum(scores);
        Console.WriteLine($"{form,-20} {scores.Count,9} {sum.Labelled,9} {sum.Precision,9:0.000} {sum.Recall,9:0.000} {sum.F1,9:0.000}");
    }

    private static PassageScore Score(string file, CorpusRegistry registry, bool showMistakes)
    {
        var expected = Path.ChangeExtension(file, ".expected.tsv");
        if (!File.Exists(expected))
            return Score(file, Transcript.AsPrinted, registry, showMistakes);
        var report = CorpusReader.ReadFile(file, null, registry, []) ?? throw new InvalidDataException(file);
        return Score(report, Expected(expected, report.Source), showMistakes);
    }

    private static PassageScore Score(string file, string form, CorpusRegistry registry, bool showMistakes)
    {
        var (text, passages) = Transcript.Read(file).Print(form);
        return Score(ReportParser.Parse(new SourceText(file, text, ""), new ReportDescription { Id = "transcript" }, registry), passages, showMistakes);
    }

    private static PassageScore Score(Report report, IEnumerable<SpokenPassage> labelled, bool showMistakes)
    {
        var compared = new SpokenPassages(report, labelled);
        if (showMistakes && compared.Wrong.Count + compared.Missed.Count > 0)
        {
            Console.WriteLine($"\n{report.Source.File}");
            foreach (var (mark, part) in compared.Wrong.Select(part => ('+', part)).Concat(compared.Missed.Select(part => ('-', part))).OrderBy(one => one.part.Span.Start))
                Console.WriteLine($"  {mark} {report.Source.LineAt(part.Span.Start),4} {part.Speaker} | {Excerpt(part.Span.Of(report.Source.Text))}");
        }

        return compared.Score;
    }

    private static string Excerpt(string text) => text.Length <= 60 ? text : $"{text[..28]} … {text[^28..]}";

    private static IEnumerable<SpokenPassage> Expected(string file, SourceText source)
    {
        var at = 0;
        foreach (var row in File.ReadLines(file).Where(line => line.Length > 0).Select(line => line.Split('\t', 2)))
        {
            at = source.Text.IndexOf(row[1], at, StringComparison.Ordinal);
            if (at < 0)
                throw new InvalidDataException($"{file}: not in the document: {row[1]}");
            yield return new SpokenPassage(row[0], new TextSpan(at, at + row[1].Length));
            at += row[1].Length;
        }
    }
}
