namespace KnowledgeBase.Tests;

/// <summary>What is shown of an answer.</summary>
public sealed class HighlightTests(SearchFixture fixture)
{
    [Fact]
    public void ALongSynonymMatchesWordsToo() =>
        Assert.All(fixture.Search("AGI").Items, item => Assert.DoesNotContain(item.Highlights, range => range.Start > 0 && item.Statement.Read().Text[range.Start - 1] == '加'));

    [Fact]
    public void AShortSynonymMatchesWordsAndNotAcrossThem()
    {
        // 法制 is another word for 法治, which also stands where 算|法治|理 meet.
        foreach (var item in fixture.Search("rule of law", size: 100).Items)
        {
            var text = item.Statement.Read().Text;
            Assert.All(item.Highlights, range => Assert.False(range.Start > 0 && text[range.Start - 1] == '算' && text[range.Start] == '法', text[range.Start..range.End]));
        }
    }

    [Fact]
    public void TheSnippetIsTheClaimsThatAnswer()
    {
        var hit = fixture.Search("黑箱 因果").Items[0];
        var snippet = hit.Statement.Read().Text[hit.Snippet.Start..hit.Snippet.End];
        Assert.Contains("黑箱", snippet, StringComparison.Ordinal);
        Assert.True(hit.Highlights.Count(range => range.Start >= hit.Snippet.Start && range.End <= hit.Snippet.End) > 0);
    }

    [Fact]
    public void WordsNearEachOtherAreShownWhereTheyAreNear()
    {
        foreach (var item in fixture.Search("\"算法 公平\"~3", size: 100).Items)
        {
            Assert.All(item.Highlights, range => Assert.Contains(item.Highlights, other => other != range && Math.Min(Math.Abs(other.Start - range.End), Math.Abs(range.Start - other.End)) <= 3));
            Assert.NotEmpty(item.Highlights);
        }
    }

    [Fact]
    public void WhereAWholeStandsItsPartsAreNotShown()
    {
        foreach (var item in fixture.Search("算法歧视", size: 100).Items)
        {
            var text = item.Statement.Read().Text;
            if (text.Contains("算法歧视", StringComparison.Ordinal))
                Assert.DoesNotContain(item.Highlights, range => text[range.Start..range.End] == "算法");
        }
    }

    [Theory]
    [InlineData("xue lan", "薛澜")]
    [InlineData("Microsoft", "微软")]
    [InlineData("Zeng Yi", "曾毅")]
    public void WhoIsNamedInAnotherScriptIsShownInTheText(string query, string name)
    {
        var hit = fixture.Search(query).Items[0];
        var text = hit.Statement.Read().Text;
        Assert.Contains(hit.Highlights, range => text[range.Start..range.End] == name);
    }
}
