using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Tests;

namespace KnowledgeBase.Benchmarks;

/// <summary>How fast a report is segmented: the first report's panels repeated to about two megabytes, on one core.</summary>
internal static class SegmentationMeasure
{
    public static void Run()
    {
        var text = File.ReadAllText(Repository.FirstReport);
        var panels = text[text.IndexOf("## 四、", StringComparison.Ordinal)..text.IndexOf("## 五、", StringComparison.Ordinal)];
        var source = new SourceText("report.md", text + string.Concat(Enumerable.Repeat(panels, 36)), "");
        var megabytes = System.Text.Encoding.UTF8.GetByteCount(source.Text) / 1e6;
        var registry = CorpusRegistry.Load(Repository.Corpus, []);
        var statements = 0;
        Action parse = () => statements = ReportParser.Parse(source, new ReportDescription { Id = "big" }, registry).Statements.Count;
        Clock.Time(3, parse);
        var times = Clock.Time(10, parse);
        Console.WriteLine($"{megabytes:0.0} MB, {statements} statements   median {times.At(0.5):0} ms   {megabytes / times.At(0.5) * 1000:0.0} MB/s");
    }
}
