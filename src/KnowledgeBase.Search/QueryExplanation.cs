using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Queries;
using Lucene.Net.Search;

namespace KnowledgeBase.Search;

/// <summary>Why a query finds what it finds: how it was cut, what was looked for, and what each of the top hits owes its rank to.</summary>
/// <param name="Q">As given.</param>
/// <param name="Corrected">The query that was searched instead, or null.</param>
/// <param name="Tokens">The query's tokens, field by field, as the index holds them.</param>
/// <param name="Words">The words that were looked for, with their forms.</param>
/// <param name="Matching">How many of the words a statement needed.</param>
/// <param name="Hits">The top hits with their scores taken apart.</param>
/// <param name="Index">The generation that answered.</param>
public sealed record QueryExplanation(
    string Q, string? Corrected, IReadOnlyList<AnalyzedToken> Tokens, IReadOnlyList<ExplainedWord> Words, Matching? Matching, IReadOnlyList<ExplainedHit> Hits, IndexInfo Index)
{
    private const int DeepestDetail = 6;

    /// <summary>Explains a query.</summary>
    internal static QueryExplanation Of(Generation generation, string text, bool expand, int size)
    {
        var read = new QueryReader(generation).Read(text, expand);
        var searcher = generation.Searcher;
        using var helpers = new SearchHelpers(searcher);
        var (_, top) = new SearchPass(generation, new SearchQuery { Text = text, Size = size }, helpers).Of(read.Level.Query);
        var hits = top.InOrder().Select(hit => new ExplainedHit(generation.Statement(hit.Doc).Read().Id, Math.Round(hit.Score, 4), Detail(searcher.Explain(read.Level.Query, hit.Doc), DeepestDetail)));
        return new QueryExplanation(
            text, read.Corrected, [.. TextAnalysis.Tokens(read.Corrected ?? text, generation.Analysis, generation.Thesaurus)],
            [.. read.Builder.Shown.Select(ExplainedWord.Of)], read.ToMatching(), [.. hits], generation.Info);
    }

    private static ScoreDetail Detail(Explanation explanation, int depth) => new(
        Math.Round(explanation.Value, 4),
        explanation.Description.Trim(),
        depth == 0 ? [] : [.. (explanation.GetDetails() ?? []).Where(detail => detail.Value != 0).Select(detail => Detail(detail, depth - 1))]);
}

/// <summary>A word of a query and what was looked for.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Forms">The writings that answer it.</param>
/// <param name="Means">The people and institutions that it names, by kind and id.</param>
/// <param name="Themes">The themes that it names or shows.</param>
/// <param name="Parts">The words inside it.</param>
public sealed record ExplainedWord(string Text, IReadOnlyList<ExplainedForm> Forms, IReadOnlyList<string> Means, IReadOnlyList<string> Themes, IReadOnlyList<ExplainedWord> Parts)
{
    internal static ExplainedWord Of(QueryUnit unit) => new(
        unit.Text,
        [.. unit.Forms.Select(form => new ExplainedForm(form.Text, Math.Round(form.Weight, 2), form.Source, form.IsWhole))],
        [.. unit.Meanings.Select(meaning => $"{meaning.Kind.ToString().ToLowerInvariant()}:{meaning.Id}")],
        [.. unit.Names.Concat(unit.Shows).Distinct(StringComparer.Ordinal)],
        [.. unit.Parts.Select(Of)]);
}

/// <summary>A writing that answers a word.</summary>
/// <param name="Text">The writing.</param>
/// <param name="Weight">How much it counts, 1 for what was typed.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="IsWhole">Whether it must stand as whole words.</param>
public sealed record ExplainedForm(string Text, double Weight, FormSource Source, bool IsWhole);

/// <summary>A hit and why it ranks where it does.</summary>
/// <param name="Id">Statement id.</param>
/// <param name="Score">Its score.</param>
/// <param name="Detail">The score taken apart.</param>
public sealed record ExplainedHit(string Id, double Score, ScoreDetail Detail);

/// <summary>A part of a score.</summary>
/// <param name="Value">What it adds.</param>
/// <param name="Description">What it is, as Lucene says it: weight(field:term), idf, tfNorm.</param>
/// <param name="Details">What it is made of.</param>
public sealed record ScoreDetail(double Value, string Description, IReadOnlyList<ScoreDetail> Details);
