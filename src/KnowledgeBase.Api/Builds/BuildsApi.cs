using System.ComponentModel;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Api.Builds;

/// <summary>/builds: rebuilds the index while it is searched.</summary>
internal static class BuildsApi
{
    private const string Path = "/api/v1/builds";

    public static void Map(WebApplication app, ApiKeys keys)
    {
        var builds = app.MapGroup(Path).AddEndpointFilter(new RequiresKey(keys, ApiKeys.Build)).WithTags("builds").WithMetadata(new KeyRequired()).ProducesProblem(401);
        builds.MapPost("", Start).WithName("StartBuild").Produces<BuildOperation>(202).ProducesProblem(400).ProducesProblem(409)
            .WithSummary("Begins to build a new generation of the index from the corpus; searches go on.")
            .WithDescription("As kb build does: what is built is verified and published in one step. Location names the operation. One build at a time.");
        builds.MapGet("", All).WithName("ListBuilds").ProducesProblem(400)
            .WithSummary("The builds since the service started, newest first, at most 50.");
        builds.MapGet("/{id}", Get).WithName("GetBuild").ProducesProblem(400).ProducesProblem(404)
            .WithSummary("A build: where it stands, how far it is, what it did.");
        builds.MapDelete("/{id}", Cancel).WithName("CancelBuild").Produces<BuildOperation>(202).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409)
            .WithSummary("Stops a build; nothing of it is left, and what was published stays.");
    }

    private static Results<AcceptedAtRoute<BuildOperation>, ProblemHttpResult> Start(
        [Description("true publishes nothing while the corpus has errors that the published index did not have; default false.")] string? strict,
        BuildOperations operations, LiveIndex live, Settings settings, HttpContext http)
    {
        var errors = QueryStrings.Unknown(http.Request, "strict").ToList();
        if (strict is not (null or "true" or "false"))
            errors.Add(new ParameterError("strict", "invalid-strict", $"cannot be \"{strict}\"; it takes true or false"));
        if (errors.Count > 0)
            return Problems.InvalidParameters(errors);
        if (!Directory.Exists(settings.Corpus))
            return Problems.NoCorpus();
        var (operation, isNew) = operations.Begin(strict == "true");
        if (!isNew)
            return Problems.BuildRunning(operation is null ? StatementIndex.IsBusy(live.Index.Folder) : $"The build {operation.Id} is running; wait for it, or stop it.", operation is null ? null : $"{Path}/{operation.Id}");
        return TypedResults.AcceptedAtRoute(operation!, "GetBuild", new { id = operation!.Id });
    }

    private static Results<Ok<BuildList>, ProblemHttpResult> All(BuildOperations operations, HttpContext http) =>
        QueryStrings.Unknown(http.Request) is { Count: > 0 } errors ? Problems.InvalidParameters(errors) : TypedResults.Ok(new BuildList(operations.All));

    private static Results<Ok<BuildOperation>, ProblemHttpResult> Get([Description("The id of a build.")] string id, BuildOperations operations, HttpContext http)
    {
        if (QueryStrings.Unknown(http.Request) is { Count: > 0 } errors)
            return Problems.InvalidParameters(errors);
        if (operations.Find(id) is not { } operation)
            return Problems.NotFound("build", id);
        if (operation.IsRunning)
            http.Response.Headers.RetryAfter = "1";
        return TypedResults.Ok(operation);
    }

    private static Results<AcceptedAtRoute<BuildOperation>, ProblemHttpResult> Cancel([Description("The id of a build.")] string id, BuildOperations operations, HttpContext http)
    {
        if (QueryStrings.Unknown(http.Request) is { Count: > 0 } errors)
            return Problems.InvalidParameters(errors);
        if (operations.Find(id) is null)
            return Problems.NotFound("build", id);
        if (!operations.Cancel(id))
            return Problems.BuildFinished(id);
        return TypedResults.AcceptedAtRoute(operations.Find(id)!, "GetBuild", new { id });
    }

    /// <summary>Builds.</summary>
    /// <param name="Items">Newest first.</param>
    internal sealed record BuildList(IReadOnlyList<BuildOperation> Items);
}
