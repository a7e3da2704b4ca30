using CsCheck;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search;
using KnowledgeBase.Search.Queries;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KnowledgeBase.Tests;

/// <summary>Whatever stands in a statement finds it, and every highlight lies on what was asked for.</summary>
public sealed class NothingIsMissedTests(SearchFixture fixture)
{
    private const int Longest = 8;

    /// <summary>Every substring of one to eight characters of every statement of the corpus, with and without quotation marks.</summary>
    [Fact]
    public void EverySubstringOfEveryStatementFindsIt()
    {
        var statements = fixture.Statements;
        var positions = statements.Select((statement, i) => (statement.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
        var places = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        foreach (var statement in statements)
        {
            for (var start = 0; start < statement.Text.Length; start++)
            {
                for (var length = 1; length <= Longest && start + length <= statement.Text.Length; length++)
                    (places.TryGetValue(statement.Text.Substring(start, length), out var at) ? at : places[statement.Text.Substring(start, length)] = []).Add(positions[statement.Id]);
            }
        }

        var missed = new List<string>();
        Parallel.ForEach(places, place =>
        {
            var exact = UnitReader.Exact(place.Key);
            if (exact is null)
                return;
            var quoted = Found(fixture.Generation.Forms.Of(exact, isWide: false), positions);
            // A minus sign in front excludes; whoever means it quotes it.
            var typed = place.Key[0] is '-' or '－' ? quoted : Found(StrictestOf(place.Key), positions);
            if (!quoted.IsSupersetOf(place.Value) || !typed.IsSupersetOf(place.Value))
            {
                lock (missed)
                    missed.Add(place.Key);
            }
        });
        Assert.True(places.Count > 100_000);
        Assert.True(missed.Count == 0, $"{missed.Count} of {places.Count} substrings miss a statement: {string.Join(" | ", missed.Take(10))}");
    }

    [Fact]
    public void ASubstringInAnotherScriptOrWidthFindsItsStatementAndHighlightsLieOnMatches() =>
        Samples.Each(Gen.Select(Gen.Int[0, fixture.Statements.Count - 1], Gen.Int[0, 2000], Gen.Int[1, 30], Gen.Int[0, 2]), 400, sample =>
        {
            var (number, at, length, writing) = sample;
            var statement = fixture.Statements[number];
            var start = at % statement.Text.Length;
            var part = string.Concat(statement.Text.Substring(start, Math.Min(length, statement.Text.Length - start)).Where(c => c is not ('"' or '“' or '”' or '「' or '」')));
            if (UnitReader.Exact(part) is not { } exact)
                return;

            var result = fixture.Searcher.Search(new SearchQuery { Text = $"「{Rewrite(part, writing)}」", Size = 100 });
            var hit = result.Items.SingleOrDefault(item => item.Statement.Read().Id == statement.Id);
            Assert.True(hit is not null || !statement.Text.Contains(part, StringComparison.Ordinal), $"{part} was not found in {statement.Id}");
            var form = new SqueezedText(exact.Text).Text;
            foreach (var item in result.Items)
            {
                var text = item.Statement.Read().Text;
                var points = new CodePointIndex(text);
                Assert.NotEmpty(item.Highlights);
                Assert.All(item.Highlights, range => Assert.Contains(form, new SqueezedText(text[points.ToUnit(range.Start)..points.ToUnit(range.End)]).Text, StringComparison.Ordinal));
            }
        });

    /// <summary>Also for synonyms, English, pinyin and corrected queries.</summary>
    [Fact]
    public void EveryHighlightIsMadeOfFormsThatTheAnswerNames()
    {
        foreach (var query in JudgedQueries.Load(Path.Combine(AppContext.BaseDirectory, "Data"), fixture.Statements).Queries)
        {
            var result = fixture.Searcher.Search(new SearchQuery { Text = query.Query, Size = 100 });
            var read = new QueryReader(fixture.Generation).Read(query.Query, expand: true);
            var forms = read.Searched.SelectMany(unit => unit.All).SelectMany(unit => unit.Forms).Select(form => new SqueezedText(form.Text).Text).ToHashSet(StringComparer.Ordinal);
            foreach (var hit in result.Items)
            {
                var text = hit.Statement.Read().Text;
                var points = new CodePointIndex(text);
                Assert.All(hit.Highlights, range => Assert.True(IsMadeOf(new SqueezedText(text[points.ToUnit(range.Start)..points.ToUnit(range.End)]).Text, forms), $"{query.Query}: {text[points.ToUnit(range.Start)..points.ToUnit(range.End)]}"));
                Assert.All(hit.Highlights.Zip(hit.Highlights.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
                Assert.InRange(hit.Snippet.Start, 0, hit.Snippet.End - 1);
                Assert.True(hit.Snippet.End <= points.Count);
            }
        }
    }

    private HashSet<int> Found(Query query, Dictionary<string, int> positions)
    {
        var collector = new AllDocs();
        fixture.Generation.Searcher.Search(query, collector);
        // One document a statement, in the order of the corpus.
        Assert.Equal(positions.Count, fixture.Generation.Searcher.IndexReader.MaxDoc);
        return [.. collector.Docs.Select(fixture.Generation.Ranks.PositionOf)];
    }

    private Query StrictestOf(string text)
    {
        var reader = new UnitReader(fixture.Generation.Analysis, fixture.Generation.Thesaurus, fixture.Generation.Stands, fixture.Generation.Themes, expand: true);
        return new QueryBuilder(QuerySyntax.Read(text).Root, fixture.Generation.Names, reader, fixture.Generation.Forms).Levels(_ => false).First().Query;
    }

    // Every character of the text lies in one of the forms.
    private static bool IsMadeOf(string text, HashSet<string> forms)
    {
        var covered = new bool[text.Length];
        foreach (var form in forms)
        {
            for (var at = text.IndexOf(form, StringComparison.Ordinal); at >= 0; at = text.IndexOf(form, at + 1, StringComparison.Ordinal))
                covered.AsSpan(at, form.Length).Fill(true);
        }

        return !covered.AsSpan().Contains(false);
    }

    private static string Rewrite(string text, int writing) => writing switch
    {
        1 => string.Concat(text.Select(c => Traditional.GetValueOrDefault(c, c))),
        2 => string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : char.ToUpperInvariant(c))),
        _ => text,
    };

    // A traditional form of each simplified character, whichever comes first.
    private static readonly Dictionary<char, char> Traditional = Enumerable.Range(0x4E00, 0x9FFF - 0x4E00).Select(c => (char)c)
        .Where(c => Han.Simplify(c) != c).GroupBy(Han.Simplify).ToDictionary(group => group.Key, group => group.First());

    private sealed class AllDocs : ICollector
    {
        private int _docBase;

        public List<int> Docs { get; } = [];

        public bool AcceptsDocsOutOfOrder => true;

        public void SetScorer(Scorer scorer)
        {
        }

        public void Collect(int doc) => Docs.Add(_docBase + doc);

        public void SetNextReader(AtomicReaderContext context) => _docBase = context.DocBase;
    }
}
