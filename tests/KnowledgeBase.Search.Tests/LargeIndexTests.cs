using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>
/// An index of so many statements that all processors write and search it: it answers as counting the statements one by one does.
/// </summary>
public sealed class LargeIndexTests(LargeIndexTests.Index index) : IClassFixture<LargeIndexTests.Index>
{
    private const int Statements = 17_000;
    private static readonly string[] Subjects = ["算法透明", "数据共享", "隐私保护", "数字鸿沟", "自动驾驶"];
    private static readonly string[] Speakers = ["甘小乙", "田小丙", "陆小丁"];
    private static readonly string[] Panels = ["数据治理论坛", "伦理论坛", "安全论坛", "国际合作论坛", "产业论坛", "教育论坛", "医疗论坛"];
    private readonly Generation _generation = index.Generation;
    private readonly StatementSearcher _searcher = new(index.Generation);

    [Fact]
    public void ManyProcessorsFindCountAndOrderWhatOneWould()
    {
        Assert.Equal(Environment.ProcessorCount > 1, _generation.Searcher.IndexReader.Leaves.Count > 1);
        Assert.Equal(Enumerable.Range(0, Statements).Select(TextOf), _generation.All().Select(stored => stored.Read().Text));
        foreach (var (text, has) in Cases())
        {
            int[] found = [.. Enumerable.Range(0, Statements).Where(i => has(TextOf(i)))];
            var query = new SearchQuery { Text = text, Facets = ["speaker", "panel"], Size = 7, Sort = SortKey.Document };
            var all = _searcher.Search(query);
            Assert.Equal(found.Length, all.Total);
            Assert.Equal(Counts(found, i => Speakers[i % 3]), all.Facets["speaker"].ToDictionary(value => value.Label, value => value.Count));
            Assert.Equal(Counts(found, i => Panels[i % 7]), all.Facets["panel"].ToDictionary(value => value.Label, value => value.Count));
            Assert.Equal(found.Take(7).Select(TextOf), all.Items.Select(hit => hit.Statement.Read().Text));

            // A page further on knows what stands before it, and the way back; a choice leaves its own facet's counts as they were.
            var chosen = query.With("speaker", FacetFilter.AnyOf(all.Facets["speaker"].Single(value => value.Label == Speakers[1]).Id));
            int[] ofChosen = [.. found.Where(i => i % 3 == 1)];
            var second = _searcher.Search(chosen with { Cursor = _searcher.Search(chosen).Next });
            var third = _searcher.Search(chosen with { Cursor = second.Next });
            Assert.Equal((ofChosen.Length, 14), (third.Total, third.Before));
            Assert.Equal(ofChosen.Skip(14).Take(7).Select(TextOf), third.Items.Select(hit => hit.Statement.Read().Text));
            Assert.Equal(second.Items.Select(hit => hit.Statement.Id), _searcher.Search(chosen with { Cursor = third.Previous }).Items.Select(hit => hit.Statement.Id));
            Assert.Equal(all.Facets["speaker"].Select(value => (value.Id, value.Count)), third.Facets["speaker"].Select(value => (value.Id, value.Count)));
            Assert.Equal(Counts(ofChosen, i => Panels[i % 7]), third.Facets["panel"].ToDictionary(value => value.Label, value => value.Count));
        }
    }

    [Fact]
    public void AStoppedSearchStopsOnAllProcessors()
    {
        using var stop = new CancellationTokenSource();
        using (SearchDeadline.Begin(stop.Token))
        {
            _searcher.Search(new SearchQuery());
            using var helpers = new SearchHelpers(_generation.Searcher);
            stop.Cancel();
            Assert.Throws<OperationCanceledException>(() => SegmentSearch.Collect(_generation.Searcher, new Lucene.Net.Search.MatchAllDocsQuery(), helpers, () => new DrillSideways(_generation, new SearchQuery(), null)));
        }

        Assert.Equal(Statements, _searcher.Search(new SearchQuery()).Total);
    }

    [Fact]
    public void EachPartOfASearchIsDoneOnceWhoeverDoesIt()
    {
        using var helpers = new SearchHelpers(_generation.Searcher);
        for (var parts = 0; parts < 200; parts++)
        {
            var done = helpers.Do(parts, () => new List<int>(), (own, part) => own.Add(part));
            Assert.Equal(Enumerable.Range(0, parts), done.SelectMany(own => own).Order());
        }
    }

    [Fact]
    public void WhatAPartThrowsIsThrownWhoeverDoesIt()
    {
        using var helpers = new SearchHelpers(_generation.Searcher);
        for (var wrong = 0; wrong < 50; wrong++)
        {
            Assert.Equal($"{wrong}", Assert.Throws<InvalidDataException>(() => helpers.Do(50, () => 0, (_, part) => Refuse(part, wrong))).Message);
            Assert.Equal(10, helpers.Do(10, () => new List<int>(), (own, part) => own.Add(part)).Sum(own => own.Count));
        }
    }

    private static void Refuse(int part, int wrong)
    {
        if (part == wrong)
            throw new InvalidDataException($"{part}");
    }

    private static IEnumerable<(string Text, Func<string, bool> Has)> Cases() =>
    [
        ("", _ => true),
        ("\"数据共享\"", text => text.Contains("数据共享", StringComparison.Ordinal)),
        ("\"据共\"", text => text.Contains("据共", StringComparison.Ordinal)),
        ("\"鸿\"", text => text.Contains('鸿', StringComparison.Ordinal)),
        ("\"第12\"", text => text.Contains("第12", StringComparison.Ordinal)),
        ("数据共享 -隐私保护", text => text.Contains("数据共享", StringComparison.Ordinal) && !text.Contains("隐私保护", StringComparison.Ordinal)),
        ("\"算法\" OR \"驾驶\"", text => text.Contains("算法", StringComparison.Ordinal) || text.Contains("驾驶", StringComparison.Ordinal)),
    ];

    private static string TextOf(int i) => $"第{i}个例子说明，{Subjects[i % 5]}和{Subjects[i / 5 % 4]}应当一起研究。";

    private static Dictionary<string, int> Counts(IEnumerable<int> found, Func<int, string> of) => found.CountBy(of).ToDictionary(StringComparer.Ordinal);

    /// <summary>The index, built once for all tests.</summary>
    public sealed class Index : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Index()
        {
            _folder.CopyCorpus();
            var corpus = Path.Combine(_folder.Path, "corpus");
            Directory.Delete(Path.Combine(corpus, "reports"), recursive: true);
            _folder.Write("corpus/statements/lines.jsonl", string.Join('\n', Enumerable.Range(0, Statements).Select(i =>
                JsonSerializer.Serialize(new { text = TextOf(i), speaker = Speakers[i % 3], panel = Panels[i % 7], report = "大会", date = "2021-12" }))));
            var index = new StatementIndex(Path.Combine(_folder.Path, "index"));
            index.Build(CorpusReader.Read(corpus));
            Generation = index.Open()!;
        }

        public Generation Generation { get; }

        public void Dispose()
        {
            Generation.Dispose();
            _folder.Dispose();
        }
    }
}
