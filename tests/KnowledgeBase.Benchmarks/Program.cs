// What the README's figures are measured with; each measure prints a table.
//   dotnet run -c Release --project tests/KnowledgeBase.Benchmarks -- first-report
using KnowledgeBase.Benchmarks;
using KnowledgeBase.Benchmarks.Engines;

var measures = new Dictionary<string, Action<string[]>>(StringComparer.Ordinal)
{
    ["first-report"] = _ => FirstReportMeasure.Run(),
    ["segmentation"] = _ => SegmentationMeasure.Run(),
    ["formats"] = FormatsMeasure.Run,
    ["ranking"] = RankingMeasure.Run,
    ["words"] = WordMeasure.Run,
    ["export"] = ExportMeasure.Run,
    ["faults"] = FaultsMeasure.Run,
    ["fuzz"] = FuzzMeasure.Run,
    ["fuzz-work"] = FuzzMeasure.Work,
    ["forms"] = FormsMeasure.Run,
    ["system"] = SystemMeasure.Run,
    ["micro"] = MicroMeasure.Run,
    ["http"] = _ => HttpMeasure.Run(),
    ["soak"] = SoakMeasure.Run,
    ["rebuilds"] = RebuildsMeasure.Run,
    ["engine"] = EngineWork.Run,
    ["pages"] = _ => PageMeasure.Run(),
};
if (args is not [var name, .. var rest] || !measures.TryGetValue(name, out var measure))
{
    Console.Error.WriteLine($"usage: dotnet run -c Release --project tests/KnowledgeBase.Benchmarks -- {string.Join('|', measures.Keys)}");
    return 2;
}

measure(rest);
return Environment.ExitCode;
