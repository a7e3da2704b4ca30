using KnowledgeBase.Corpus;
using KnowledgeBase.Search;
using KnowledgeBase.Tests;

namespace KnowledgeBase.Benchmarks;

/// <summary>How long the first report takes to read, to index and to search, in this process.</summary>
internal static class FirstReportMeasure
{
    private static readonly string[] Facets = ["theme", "speaker", "institution", "panel"];

    private static readonly string[] Queries =
        ["可解释", "元宇宙", "数字鸿沟", "\"全球治理\"", "人工智能 治理", "数据 -隐私", "碳中和 OR 气候", "speaker:曾毅", "institution:清华大学 伦理", "", "与会专家", "跨文化合作"];

    public static void Run()
    {
        var folder = Directory.CreateTempSubdirectory("kb-measure-").FullName;
        try
        {
            var index = new StatementIndex(folder);
            var cold = Clock.Time(1, () => index.Build(CorpusReader.Read(Repository.Corpus)));
            var warm = Clock.Time(10, () => index.Build(CorpusReader.Read(Repository.Corpus)));
            Console.WriteLine($"read, index, verify, publish   first {cold[0],7:0} ms   then median {warm.At(0.5):0} ms");

            using var generation = index.Open()!;
            var searcher = new StatementSearcher(generation);
            foreach (var query in Queries)
                searcher.Search(QueryOf(query));
            var number = 0;
            var times = Clock.Time(5000, () => searcher.Search(QueryOf(Queries[number++ % Queries.Length])));
            Console.WriteLine($"search, 20 hits and 4 facets   median {times.At(0.5):0.00} ms   p99 {times.At(0.99):0.00} ms   over {Queries.Length} queries");
            var compared = Clock.Time(1000, () => searcher.Contrast(new SearchQuery(), new FacetSelection("institution", "tsinghua"), new FacetSelection("sector", "company")));
            Console.WriteLine($"counts of a comparison         median {compared.At(0.5):0.00} ms   p99 {compared.At(0.99):0.00} ms");
            var crossed = Clock.Time(1000, () => searcher.Cross(new SearchQuery(), new CrossAxis("theme", 50), new CrossAxis("sector", 50)));
            Console.WriteLine($"theme × sector                 median {crossed.At(0.5):0.00} ms   p99 {crossed.At(0.99):0.00} ms");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static SearchQuery QueryOf(string text) => new() { Text = text, Facets = Facets };
}
