using CsCheck;
using KnowledgeBase.Fuzz;
using KnowledgeBase.Fuzz.Targets;

namespace KnowledgeBase.Tests;

/// <summary>A few of the inputs that <c>tests/fuzz.sh</c> feeds a million of: seeds with changes, to each part that reads what others wrote.</summary>
public sealed class FuzzTests
{
    private const int Seed = 2021;

    // Behind the seeds as they are, of which many are long.
    private const int FirstChanged = 10_000;

    private static readonly Dictionary<string, (Func<FuzzTarget> Make, int Inputs)> Targets = new(StringComparer.Ordinal)
    {
        ["words"] = (() => new WordsTarget(), 200),
        ["report"] = (() => new ReportTarget(), 150),
        ["query"] = (() => new QueryTarget(), 40),
        ["import"] = (() => new ImportTarget(), 100),
        ["text"] = (() => new DecoderTarget(), 150),
        ["html"] = (() => new HtmlTarget(), 100),
        ["docx"] = (() => new WordTarget(withHostile: false), 100),
        ["pdf"] = (() => new PdfTarget(withHostile: false), 40),
        ["yaml"] = (() => new YamlTarget(), 100),
    };

    public static TheoryData<string> Names() => [.. Targets.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AnyInputIsTakenOrRefusedAsDocumented(string name)
    {
        var (make, inputs) = Targets[name];
        using var target = make();
        Samples.Each(Gen.Int[FirstChanged, int.MaxValue], inputs, number => target.Feed(FuzzWork.InputOf(target, Seed, number)));
    }
}
