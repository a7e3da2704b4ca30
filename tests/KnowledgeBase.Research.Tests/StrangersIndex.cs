using KnowledgeBase.Corpus;
using KnowledgeBase.Research;
using KnowledgeBase.Research.Lineage;
using KnowledgeBase.Search;

namespace KnowledgeBase.Tests;

/// <summary>A real index of one report that no registry knows, in a temporary folder.</summary>
internal sealed class StrangersIndex : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public StrangersIndex(string report)
    {
        _folder.Write("corpus/reports/stranger/report.md", report);
        var index = new StatementIndex(Path.Combine(_folder.Path, "index"));
        index.Build(CorpusReader.Read(Path.Combine(_folder.Path, "corpus")));
        Generation = index.Open()!;
    }

    public Generation Generation { get; }

    /// <summary>The lineage of a statement.</summary>
    public LineageAnswer Of(string id) => new ConsensusLineage(Generation).Of(CitedPassage.Find(Generation, id)!, 1000);

    public void Dispose()
    {
        Generation.Dispose();
        _folder.Dispose();
    }
}
