using KnowledgeBase.Research;

namespace KnowledgeBase.Tests;

/// <summary>Addresses that citations carry.</summary>
public sealed class PermalinkTests
{
    [Theory]
    [InlineData("aicg2021-a7dzvz", "https://kb.example.org/statements/aicg2021-a7dzvz")]
    [InlineData("aicg2021-a7dzvz.2", "https://kb.example.org/statements/aicg2021-a7dzvz.2")]
    [InlineData("导入 1", "https://kb.example.org/statements/%E5%AF%BC%E5%85%A5%201")]
    public void AnIdIsAddressedUnderTheServicesRoot(string id, string address) =>
        Assert.Equal(address, new Permalinks("https://kb.example.org").Of(id));
}
