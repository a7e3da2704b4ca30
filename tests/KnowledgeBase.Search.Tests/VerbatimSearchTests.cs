using CsCheck;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>Statements are found by words that stand in them as they are.</summary>
public sealed class VerbatimSearchTests(SearchFixture fixture)
{
    [Fact]
    public void EveryPassageHoldsAWholeBlockOfHalfItsLength() =>
        Samples.Each(Gen.Select(Gen.OneOf("一", "二", "三", "𠀀").Array[0, 50].Select(string.Concat), Gen.Int[1, 14], Gen.Int[0, 50]), 1000, sample =>
        {
            var (text, least, at) = sample;
            var points = new CodePointIndex(text);
            if (at + least > points.Count)
                return;
            var passage = text[points.ToUnit(at)..points.ToUnit(at + least)];
            Assert.Contains(VerbatimSearch.Blocks(text, (least + 1) / 2), block => passage.Contains(block, StringComparison.Ordinal));
        });

    [Theory]
    [InlineData("建立起跨文化信任，尊重和包容差异", 2)]
    [InlineData("建立起跨文化信任，\n尊重和 包容差異", 2)]
    [InlineData("建立起跨文化信任，尊重和包容差别", 0)]
    public void VerbatimCountsAreOfTheWholeTextAsItStands(string text, int count) =>
        Assert.Equal(count, fixture.Searcher.CountVerbatim(text));

    [Fact]
    public void WhatMaySharePassagesIsOfTheOtherVoices()
    {
        foreach (var statement in fixture.Statements.Where((_, i) => i % 9 == 0))
        {
            var found = fixture.Searcher.MayShare(new SqueezedText(statement.Text), statement.Kind, 13).Select(stored => stored.Read()).ToList();
            Assert.DoesNotContain(found, other => (other.Kind == StatementKind.Individual) == (statement.Kind == StatementKind.Individual));
        }
    }
}
