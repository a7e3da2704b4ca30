using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>People over several reports, as an index has them.</summary>
public sealed class NamesakeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void OnePersonOfTwoReportsHasTheOfficesOfBothWithTheirDates()
    {
        using var generation = Build(("a", "2021", "清华大学教授张伟"), ("b", "2022", "清华大学校长张伟"));
        var speaker = Assert.Single(generation.Catalogue.Speakers);
        Assert.Equal([("a", "2021", "教授"), ("b", "2022", "校长")], speaker.Affiliations.Select(affiliation => (affiliation.Report, affiliation.Date!, affiliation.Office.Role!)));
        Assert.Equal(2, Search(generation, "speaker", speaker.Id));
    }

    [Fact]
    public void TwoOfOneNameAreTwoSpeakersAndTheNameFindsBoth()
    {
        using var generation = Build(("a", "2021", "江州人民医院副院长张伟"), ("b", "2022", "长河汽车有限公司总裁张伟"));
        Assert.Equal(["张伟", "张伟"], generation.Catalogue.Speakers.Select(speaker => speaker.Name));
        Assert.All(generation.Catalogue.Speakers, speaker =>
        {
            Assert.Equal(1, Search(generation, "speaker", speaker.Id));
            Assert.Single(speaker.Affiliations);
        });
        Assert.Equal(generation.Catalogue.Speakers.Select(speaker => speaker.Id), generation.Names.Resolve("speaker", "张伟"));
        foreach (var query in (string[])["张伟", "zhangwei"])
            Assert.Equal(2, new StatementSearcher(generation).Search(new SearchQuery { Text = query }).Total);
    }

    [Fact]
    public void ADecisionShowsAsAChangeOfTheStatementsItMoves()
    {
        using (Build(("a", "2021", "清华大学教授张伟"), ("b", "2022", "北京大学教授张伟")))
        {
        }

        _folder.Write("corpus/registry/people.yaml", "- {id: zhang-wei, name: 张伟, reports: [a, b], reason: one person}\n");
        var changes = new StatementIndex(Index).Build(CorpusReader.Read(Corpus)).Changes;
        // That the registry knows the name is now evidence for the attribution of both.
        Assert.Equal(2, changes.Changed.Count);
        Assert.Empty(changes.Added.Concat(changes.Removed));
    }

    private string Corpus => Path.Combine(_folder.Path, "corpus");

    private string Index => Path.Combine(_folder.Path, "index");

    private Generation Build(params (string Id, string Date, string Speaker)[] reports)
    {
        File.Copy(Path.Combine(Repository.Corpus, "registry", "institutions.yaml"), _folder.Write("corpus/registry/institutions.yaml", ""), overwrite: true);
        foreach (var (id, date, speaker) in reports)
        {
            _folder.Write($"corpus/reports/{id}/report.md", $"## 主论坛\n\n{speaker}指出，此事重要，{id}。\n");
            _folder.Write($"corpus/reports/{id}/report.yaml", $"date: {date}\n");
        }

        var index = new StatementIndex(Index);
        index.Build(CorpusReader.Read(Corpus));
        return index.Open()!;
    }

    private static int Search(Generation generation, string facet, string value)
    {
        var result = new StatementSearcher(generation).Search(new SearchQuery { Facets = [facet] });
        return result.Facets[facet].Single(counted => counted.Id == value).Count;
    }
}
