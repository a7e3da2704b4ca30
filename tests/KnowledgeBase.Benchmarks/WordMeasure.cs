using System.Diagnostics;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Tests;

namespace KnowledgeBase.Benchmarks;

/// <summary>
/// How well and how fast text is cut into words: F1 over words of Chinese characters against files whose words are parted
/// by spaces, as the SIGHAN bakeoff has them, and characters a second on one core.
/// </summary>
internal static class WordMeasure
{
    public static void Run(string[] files)
    {
        var start = Stopwatch.GetTimestamp();
        Lexicon.Load();
        Console.WriteLine($"lexicon loaded in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms");
        foreach (var file in files)
            Compare(file);
        Speed();
    }

    private static void Compare(string file)
    {
        var segmenter = new WordSegmenter();
        int right = 0, given = 0, gold = 0;
        var mistakes = new List<string>();
        foreach (var line in File.ReadLines(file))
        {
            var goldWords = line.Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries);
            var text = string.Concat(goldWords);
            var words = new List<TextSpan>();
            segmenter.Segment(Folding.Fold(text), words);
            var expected = Spans(goldWords).Where(span => IsChinese(span.Of(text))).ToHashSet();
            var found = words.Where(span => IsChinese(span.Of(text))).ToHashSet();
            gold += expected.Count;
            given += found.Count;
            right += expected.Intersect(found).Count();
            if (!expected.SetEquals(found))
                mistakes.Add($"{string.Join(' ', goldWords)}\n    {string.Join(' ', words.Select(word => word.Of(text)))}");
        }

        Console.WriteLine($"{Path.GetFileName(file)}: F1 {2.0 * right / (given + gold):0.0000}  precision {(double)right / given:0.0000}  recall {(double)right / gold:0.0000}  words {gold}");
        if (Environment.GetEnvironmentVariable("SHOW") is not null)
            mistakes.ForEach(Console.WriteLine);
    }

    private static IEnumerable<TextSpan> Spans(string[] words)
    {
        var at = 0;
        foreach (var word in words)
        {
            yield return new TextSpan(at, at + word.Length);
            at += word.Length;
        }
    }

    private static bool IsChinese(string word) => word.All(Han.Is);

    private static void Speed()
    {
        var text = Folding.Fold(File.ReadAllText(Repository.FirstReport));
        var segmenter = new WordSegmenter();
        var words = new List<TextSpan>(text.Length);
        Action once = () =>
        {
            words.Clear();
            segmenter.Segment(text, words);
        };
        Clock.Time(40, once);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var times = Clock.Time(50, once);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Console.WriteLine($"{text.Length / times.At(0.5) / 1000:0.0} million characters a second, {allocated / 50.0 / words.Count:0.00} bytes allocated a word");
    }
}
