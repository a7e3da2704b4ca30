using System.ComponentModel;
using KnowledgeBase.Research;
using KnowledgeBase.Research.Lineage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Api;

/// <summary>GET /statements/{id}/lineage: the wording that a consensus shares with named speakers.</summary>
internal static class LineageApi
{
    private const int MaxSize = 1000;
    private const int Usual = 100;

    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/statements/{id}/lineage", Get).WithName("GetLineage").WithTags("statements")
            .WithSummary("The passages that a consensus shares verbatim with named speakers, the weightiest first.")
            .WithDescription(
                $"Passages of {ConsensusLineage.MinimumLength} characters or more (white space not counted) that an outcome or a group's statement shares with statements of named speakers, "
                + "of any report; for a person's statement those that it shares with outcomes and groups. The longest first, those that many statements have and stock phrases (headings, names) weighed down. "
                + ConsensusLineage.Note)
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);

    private static Results<Ok<LineageAnswer>, ProblemHttpResult> Get(
        [Description("Permalink of a statement or a claim.")] string id,
        [Description("How many passages, 1 to 1000, default 100.")] string? size,
        HttpContext http)
    {
        var errors = QueryStrings.Unknown(http.Request, "size").ToList();
        var count = QueryStrings.Number(http.Request, "size", 1, MaxSize, Usual, errors);
        if (errors.Count > 0)
            return Problems.InvalidParameters(errors);
        var generation = EntityTags.Of(http);
        return CitedPassage.Find(generation, id) is { } subject
            ? TypedResults.Ok(new ConsensusLineage(generation).Of(subject, count))
            : Problems.NotFound("statement", id);
    }
}
