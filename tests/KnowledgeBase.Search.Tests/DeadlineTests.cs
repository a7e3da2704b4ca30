using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>Searches that are stopped.</summary>
public sealed class DeadlineTests(SearchFixture fixture)
{
    [Fact]
    public void WhatIsStoppedAnswersNothingAndSpoilsNothing()
    {
        using var generation = Generation.Open(fixture.Generation.Files.Folder);
        var searcher = new StatementSearcher(generation);
        Action[] searches =
        [
            () => searcher.Search(new SearchQuery { Text = "治理" }),
            () => searcher.Search(new SearchQuery { Text = "元宙宇" }),
            () => searcher.All(new SearchQuery()),
            () => searcher.Explain(new SearchQuery { Text = "数据 共享", Size = 8 }),
        ];
        using (SearchDeadline.Begin(new CancellationToken(canceled: true)))
        {
            Assert.True(SearchDeadline.IsOver);
            foreach (var search in searches)
                Assert.Throws<OperationCanceledException>(search);
            // What is made once for all is made, though whoever was first does not wait for it.
            Assert.NotEmpty(searcher.Suggest(new SearchQuery { Text = "xuel", Size = 8 }));
        }

        Assert.False(SearchDeadline.IsOver);
        foreach (var search in searches)
            search();
    }
}
