using KnowledgeBase.Api.Telemetry;

namespace KnowledgeBase.Tests;

/// <summary>What a log line shows of texts and exceptions.</summary>
public sealed class LogTextTests
{
    [Theory]
    [InlineData("可解释 \"算法\" \\n", "可解释 \"算法\" \\n")]
    [InlineData("a\nb\r\nc\td", "a\\nb\\u000d\\nc\\u0009d")]
    [InlineData("\u001b[31mred\u0085\u2028\u2029", "\\u001b[31mred\\u0085\\u2028\\u2029")]
    [InlineData("\u202eabc\u2066", "\\u202eabc\\u2066")]
    public void ATextStaysOnItsLine(string text, string shown) => Assert.Equal(shown, LogText.OnOneLine(text));

    [Fact]
    public void AMessageThatMayQuoteASearchIsLeftOutUnlessTextsMayBeShown()
    {
        var exception = Thrown(() => throw new InvalidOperationException("outer 秘密", Thrown(() => throw new KeyNotFoundException("inner 秘密"))));
        var hidden = LogText.Of(exception, showsTexts: false);
        Assert.DoesNotContain("秘密", hidden, StringComparison.Ordinal);
        Assert.StartsWith("System.InvalidOperationException at ", hidden, StringComparison.Ordinal);
        Assert.Contains(" <- System.Collections.Generic.KeyNotFoundException at KnowledgeBase.Tests.LogTextTests", hidden, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', hidden);
        Assert.StartsWith("System.InvalidOperationException: outer 秘密 at ", LogText.Of(exception, showsTexts: true), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatStorageSaysIsShownAndWhatARequestLacksIsNot()
    {
        Assert.Contains("No space left", LogText.Of(new IOException("No space left on device"), showsTexts: false), StringComparison.Ordinal);
        Assert.Contains("/index/current", LogText.Of(new UnauthorizedAccessException("Access to the path '/index/current' is denied."), showsTexts: false), StringComparison.Ordinal);
        Assert.DoesNotContain("秘密", LogText.Of(new BadHttpRequestException("Failed to bind parameter from \"秘密\"."), showsTexts: false), StringComparison.Ordinal);
    }

    private static Exception Thrown(Action action) => Record.Exception(action)!;
}
