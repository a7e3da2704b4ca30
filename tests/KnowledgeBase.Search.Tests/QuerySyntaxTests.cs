using KnowledgeBase.Search.Queries;

namespace KnowledgeBase.Tests;

/// <summary>How query text is read.</summary>
public sealed class QuerySyntaxTests
{
    [Theory]
    [InlineData("可解释", "可解释")]
    [InlineData("可解释 公平", "(可解释 & 公平)")]
    [InlineData("可解释　公平", "(可解释 & 公平)")]
    [InlineData("\"数字 鸿沟\"", "\"数字 鸿沟\"")]
    [InlineData("“数字鸿沟”", "\"数字鸿沟\"")]
    [InlineData("「數位落差」", "\"數位落差\"")]
    [InlineData("元宇宙 -风险", "(元宇宙 & !风险)")]
    [InlineData("元宇宙 NOT 风险", "(元宇宙 & !风险)")]
    [InlineData("a OR b c", "(a | (b & c))")]
    [InlineData("（a OR b） c", "((a | b) & c)")]
    [InlineData("speaker:薛澜 治理", "(speaker=薛澜 & 治理)")]
    [InlineData("panel：\"主论坛 I\"", "panel=主论坛 I")]
    [InlineData("COVID-19", "COVID-19")]
    [InlineData("foo:bar", "foo:bar")]
    [InlineData("12:30", "12:30")]
    [InlineData("a AND b", "(a && b)")]
    [InlineData("\"数据 隐私\"~5", "\"数据 隐私\"~5")]
    [InlineData("“数据 隐私”～5 a", "(\"数据 隐私\"~5 & a)")]
    [InlineData("\"a\"~ b", "(\"a\" & b)")]
    [InlineData("", "()")]
    [InlineData("-", "-")]
    [InlineData("\"没有关", "没有关")]
    [InlineData("OR 隐私", "隐私")]
    [InlineData("a OR OR b", "(a | b)")]
    [InlineData("((a", "a")]
    [InlineData("a)) b", "(a & b)")]
    public void TextReads(string text, string expected) => Assert.Equal(expected, Print(QuerySyntax.Read(text).Root));

    [Theory]
    [InlineData("\"a", 1)]
    [InlineData("ab (c", 4)]
    [InlineData("a)", 2)]
    [InlineData("a OR", 3)]
    [InlineData("OR a", 1)]
    [InlineData("a \"\"", 3)]
    [InlineData("a ()", 3)]
    [InlineData("speaker:", 1)]
    [InlineData("x colour:red", 3)]
    [InlineData("😀 (a", 3)]
    [InlineData("\"a b\"~", 6)]
    [InlineData("\"a b\"~101", 6)]
    public void MistakesNameTheirColumn(string text, int column) => Assert.Equal(column, QuerySyntax.Read(text).Mistakes[0].Column);

    [Fact]
    public void AVeryLongQueryIsReadInPart()
    {
        var syntax = QuerySyntax.Read(new string('字', 10_000));
        Assert.Contains("longer than", Assert.Single(syntax.Mistakes).Message, StringComparison.Ordinal);
        Assert.Equal(QuerySyntax.MaxLength, Assert.IsType<QueryNode.Word>(syntax.Root).Text.Length);
    }

    [Fact]
    public void AnEndlessListOfTermsIsReadInPart()
    {
        var syntax = QuerySyntax.Read(string.Join(' ', Enumerable.Repeat("字", 500)));
        Assert.Contains("more than 64 terms", Assert.Single(syntax.Mistakes).Message, StringComparison.Ordinal);
        Assert.Equal(64, Assert.IsType<QueryNode.And>(syntax.Root).Operands.Count);
    }

    private static string Print(QueryNode node) => node switch
    {
        QueryNode.Word word => word.Text,
        QueryNode.Phrase phrase => $"\"{phrase.Text}\"{(phrase.Distance is null ? "" : $"~{phrase.Distance}")}",
        QueryNode.Field field => $"{field.Name}={field.Value}",
        QueryNode.Not not => "!" + Print(not.Operand),
        QueryNode.And and => $"({string.Join(and.IsStrict ? " && " : " & ", and.Operands.Select(Print))})",
        QueryNode.Or or => $"({string.Join(" | ", or.Operands.Select(Print))})",
        _ => throw new InvalidOperationException(),
    };
}
