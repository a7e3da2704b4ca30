using KnowledgeBase.Corpus;
using KnowledgeBase.Search;
using KnowledgeBase.Tests;

namespace KnowledgeBase.Benchmarks;

/// <summary>How well searches rank, by type of query, against answers that people judged. With "all": query by query.</summary>
internal static class RankingMeasure
{
    public static void Run(string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("kb-measure-").FullName;
        try
        {
            var index = new StatementIndex(folder);
            var corpus = CorpusReader.Read(Repository.Corpus);
            index.Build(corpus);
            using var generation = index.Open()!;
            var searcher = new StatementSearcher(generation);
            var data = Path.Combine(Repository.Root, "tests", "KnowledgeBase.Search.Tests", "Data");
            var judged = JudgedQueries.Load(data, corpus.Reports.SelectMany(report => report.Statements));
            Print([.. judged.Queries.Select(query => judged.Judge(query, searcher))], arguments is ["all"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Print(List<Judgement> judgements, bool all)
    {
        foreach (var judgement in all ? judgements : [])
        {
            var relevant = judgement.Query.Relevant;
            Console.WriteLine($"{judgement.Query.Id} {judgement.Ndcg:0.00} {(judgement.IsFirstRight ? " " : "!")} {judgement.Query.Query}   found {judgement.Total}: {string.Join(' ', judgement.Found.Select(unit => $"{unit}{(relevant.TryGetValue(unit, out var grade) ? $"({grade})" : "")}"))}   missing: {string.Join(' ', relevant.Keys.Except(judgement.Found).Select(unit => $"{unit}({relevant[unit]})"))}");
        }

        Console.WriteLine($"{"type",-14} queries  nDCG@10  first right");
        foreach (var type in judgements.GroupBy(judgement => judgement.Query.Type))
            Line(type.Key, [.. type]);
        Line("all", judgements);
    }

    private static void Line(string name, List<Judgement> judgements)
    {
        var withFirst = judgements.Where(judgement => judgement.Query.MustFirst is not null).ToList();
        Console.WriteLine($"{name,-14} {judgements.Count,7}  {judgements.Average(judgement => judgement.Ndcg),7:0.000}  {withFirst.Count(judgement => judgement.IsFirstRight)}/{withFirst.Count}");
    }
}
