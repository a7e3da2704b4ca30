using KnowledgeBase.Corpus;
using KnowledgeBase.Research.Comparing;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>What a comparison says of small counts, order and overlap.</summary>
public sealed class ComparisonTests(ResearchFixture fixture)
{
    [Fact]
    public void AWordThatOneStatementRepeatsIsSmall()
    {
        using var folder = new TemporaryFolder();
        folder.Write("corpus/reports/x/report.md", $"## 主论坛\n\n清华大学公共管理学院院长江小涓指出，{string.Concat(Enumerable.Repeat("汽车，", 10))}治理需要新的理念。\n\n北京大学法学院院长王海明指出，治理需要新的理念。\n");
        var index = new StatementIndex(Path.Combine(folder.Path, "index"));
        index.Build(CorpusReader.Read(Path.Combine(folder.Path, "corpus")));
        using var generation = index.Open()!;
        var comparison = Compare(generation, "speaker:江小涓", "speaker:王海明");
        var car = comparison.Terms.A[0];
        Assert.Equal(("汽车", new SideShare(10, 1, 0.83333), true), (car.Term, car.A, car.Small));
        Assert.Equal(["治理", "理念"], comparison.SharedTerms.Select(term => term.Term).Order(StringComparer.Ordinal).Intersect(["治理", "理念"]));
        Assert.Equal(["a has 1 statement: its figures are anecdotes, not trends.", "b has 1 statement: its figures are anecdotes, not trends."], comparison.Notes);
    }

    [Theory]
    [InlineData("institution:tsinghua", "sector:company")]
    [InlineData("side:chinese", "side:international")]
    public void ChangingSidesTurnsTheFiguresAround(string a, string b)
    {
        var one = Compare(fixture.First, a, b);
        var other = Compare(fixture.First, b, a);
        Assert.Equal(one.Terms.A.Select(term => (term.Term, term.Z, term.A)), other.Terms.B.Select(term => (term.Term, -term.Z, term.B)));
        Assert.Equal(one.Terms.B.Select(term => (term.Term, term.A.Count)), other.Terms.A.Select(term => (term.Term, term.B.Count)));
        var reversed = other.Themes.ToDictionary(theme => theme.Id);
        Assert.All(one.Themes, theme => Assert.Equal((theme.Z, theme.A, theme.B), (-reversed[theme.Id].Z, reversed[theme.Id].B, reversed[theme.Id].A)));
        Assert.Equal(fixture.First.Catalogue.Themes.Select(theme => theme.Id).Order(StringComparer.Ordinal), one.Themes.Select(theme => theme.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheMostTellingStandsFirstAndSaysHowClearItIs()
    {
        var comparison = Compare(fixture.First, "institution:tsinghua", "sector:company");
        foreach (var z in new[] { comparison.Themes.Select(theme => theme.Z), comparison.Terms.A.Select(term => term.Z), comparison.Terms.B.Select(term => -term.Z) })
            Assert.Equal(z.OrderDescending(), z);
        foreach (var thing in comparison.Terms.A.Concat(comparison.Terms.B).Concat<Compared>(comparison.Themes))
            Assert.Equal(thing.Z >= 1.96 ? ComparedOn.A : thing.Z <= -1.96 ? ComparedOn.B : null, thing.More);
        Assert.Contains(comparison.Terms.B, term => term is { Term: "元宇宙", More: ComparedOn.B, Small: false });
        Assert.All(comparison.SharedTerms, term => Assert.True(term is { More: null, A.Count: > 0, B.Count: > 0 }));
    }

    [Theory]
    [InlineData("institution:tsinghua", "institution:tsinghua-air", "1 statement is on both sides", "All statements of b are on the other side too.")]
    [InlineData("country:FR", "year:1999", "a has ", "b has no statements under this search")]
    [InlineData("report:aicg2021", "year:2021", "84 statements are on both sides", "Both sides are the same statements.")]
    public void NotesSayWhatToBearInMind(string a, string b, params string[] notes)
    {
        var comparison = Compare(fixture.First, a, b);
        Assert.All(notes, note => Assert.Contains(comparison.Notes, given => given.Contains(note, StringComparison.Ordinal)));
    }

    private static Comparison Compare(Generation generation, string a, string b)
    {
        var (request, errors) = CompareRequest.Read([new("a", a), new("b", b), new("terms", "100")], generation.Names);
        Assert.Empty(errors);
        return Comparer.Compare(new StatementSearcher(generation), generation.Names, request!);
    }
}
