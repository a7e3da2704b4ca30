using System.Xml.Linq;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>TEI exports are valid, and what refers to something refers to what is there.</summary>
public sealed class TeiTests(ResearchFixture fixture)
{
    private static readonly XNamespace Tei = "http://www.tei-c.org/ns/1.0";
    private static readonly XName Id = XNamespace.Xml + "id";

    [Theory]
    [InlineData(false, "")]
    [InlineData(false, "可解释")]
    [InlineData(false, "绝无此语")]
    [InlineData(true, "")]
    public async Task AnExportIsValidAndItsReferencesResolve(bool hostile, string query)
    {
        var file = ResearchFixture.Export(hostile ? fixture.Hostile : fixture.First, "tei", new SearchQuery { Text = query });
        await Reader.AssertValidTei(file);
        var document = XDocument.Load(new MemoryStream(file), LoadOptions.PreserveWhitespace);
        var ids = document.Descendants().Attributes(Id).Select(id => id.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        var references = document.Descendants().Attributes().Where(a => a.Name.LocalName is "who" or "ana" or "corresp" or "ref" or "active" or "passive").SelectMany(a => a.Value.Split(' '));
        Assert.All(references, reference => Assert.Contains(reference[1..], ids));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void EachUtteranceHasItsStatementsWordsVoiceAndPlace(bool hostile)
    {
        var generation = hostile ? fixture.Hostile : fixture.First;
        var document = XDocument.Load(new MemoryStream(ResearchFixture.Export(generation, "tei")), LoadOptions.PreserveWhitespace);
        var statements = ResearchFixture.Statements(generation);
        var divisions = document.Descendants(Tei + "body").Elements(Tei + "div").ToList();
        Assert.Equal(statements.Count, divisions.Count);
        foreach (var (statement, division) in statements.Zip(divisions))
        {
            var utterance = division.Element(Tei + "u")!;
            Assert.Equal(ReaderTests.Unicode(statement.Text).Replace('\u0001', '\uFFFD'), utterance.Value);
            Assert.Equal(statement.Claims.Count, utterance.Elements(Tei + "seg").Count(seg => seg.Attribute("type")!.Value == "claim"));
            var who = utterance.Attribute("who")?.Value.Split(' ').Select(reference => reference["#person.".Length..]) ?? [];
            Assert.Equal(statement.Speaker is null ? statement.Attribution.Scope.Where(id => id != "nobody-here") : [statement.Speaker.Id], who);
            var ranges = division.Descendants(Tei + "citedRange").Where(range => range.Attribute("unit")!.Value == "character");
            Assert.Equal(statement.Source?.Ranges.Select(range => $"{range.Start}–{range.End}") ?? [], ranges.Select(range => range.Value));
        }
    }

    [Theory]
    [InlineData("\"前两代人工智能算法\"", "1 statement")]
    [InlineData("\"绝无此语\"", "0 statements")]
    public void TheExtentIsWordedByItsCount(string query, string extent)
    {
        var document = XDocument.Load(new MemoryStream(ResearchFixture.Export(fixture.First, "tei", new SearchQuery { Text = query })));
        Assert.Equal(extent, document.Descendants(Tei + "measure").Single().Value);
        Assert.StartsWith($"End of export: {extent};", document.Descendants(Tei + "back").Single().Value.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void ThoseWhomAGroupNamesAreListedThoughTheyDoNotSpeakInTheExport()
    {
        var onlyGroups = new SearchQuery { Filters = new Dictionary<string, FacetFilter> { ["kind"] = new(["collective"], [], []) } };
        var document = XDocument.Load(new MemoryStream(ResearchFixture.Export(fixture.First, "tei", onlyGroups)));
        Assert.Contains("person.xue-lan", document.Descendants(Tei + "person").Select(person => person.Attribute(Id)!.Value));
    }
}
