using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Faults;

/// <summary>What some queries are answered over each of two corpora, as sound indexes answer them.</summary>
internal sealed class KnownAnswers
{
    private static readonly string[] Queries = ["", "元宇宙", "可解释", "数字鸿沟 治理", "\"全球治理\"", "speaker:薛澜", "标准应当先行", "算"];
    private static readonly string[] Facets = ["theme", "speaker", "kind"];
    private readonly Dictionary<string, string> _byVersion = new(StringComparer.Ordinal);

    /// <summary>Learns the answers over a corpus from an index that is built for it in a folder; returns the corpus version.</summary>
    public string Learn(string corpus, string folder)
    {
        var index = new StatementIndex(folder);
        index.Build(CorpusReader.Read(corpus));
        using var generation = index.Open()!;
        _byVersion[generation.Info.CorpusVersion] = AnswersOf(generation);
        return generation.Info.CorpusVersion;
    }

    /// <summary>Whether a generation answers all queries as it should.</summary>
    public bool AreThoseOf(Generation generation) => _byVersion.GetValueOrDefault(generation.Info.CorpusVersion) == AnswersOf(generation);

    private static string AnswersOf(Generation generation)
    {
        var searcher = new StatementSearcher(generation);
        return string.Concat(Queries.Select(query =>
        {
            var result = searcher.Search(new SearchQuery { Text = query, Size = 100, Facets = Facets });
            return JsonSerializer.Serialize(new { result.Total, result.Items, result.Facets }, CorpusJson.Options);
        }));
    }
}
