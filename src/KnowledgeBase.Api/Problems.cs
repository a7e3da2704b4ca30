using KnowledgeBase.Search;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Api;

/// <summary>Error answers: application/problem+json (RFC 9457) with a stable <c>code</c>.</summary>
internal static class Problems
{
    /// <summary>The command that builds the index.</summary>
    public const string BuildCommand = "dotnet run --project src/KnowledgeBase.Cli -- build";

    /// <summary>Gives every problem a code, also those that the framework makes; none shows a stack trace.</summary>
    public static void Customize(ProblemDetailsOptions options) => options.CustomizeProblemDetails = context =>
    {
        context.ProblemDetails.Extensions.TryAdd("code", CodeOf(context.ProblemDetails.Status));
        context.ProblemDetails.Detail ??= DetailOf(context.ProblemDetails.Status);
        context.ProblemDetails.Extensions.Remove("traceId");
    };

    /// <summary>How exceptions are answered: a request that cannot be read (a body that is too long) with the status that says so, for it is no failure of the service.</summary>
    /// <param name="page">The page that shows it; null: a problem document does.</param>
    public static ExceptionHandlerOptions HandlingOf(string? page) => new()
    {
        ExceptionHandlingPath = page,
        StatusCodeSelector = e => (e as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError,
        SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
    };

    /// <summary>400: all parameters that cannot be used, at once.</summary>
    public static ProblemHttpResult InvalidParameters(IReadOnlyList<ParameterError> errors) => TypedResults.Problem(
        string.Join("; ", errors.Select(error => $"{error.Parameter}: {error.Message}")),
        statusCode: StatusCodes.Status400BadRequest,
        title: errors.Count == 1 ? "A parameter cannot be used" : $"{errors.Count} parameters cannot be used",
        extensions: new Dictionary<string, object?> { ["code"] = errors.Count == 1 ? errors[0].Code : "invalid-parameters", ["errors"] = errors });

    /// <summary>404: there is no such thing.</summary>
    public static ProblemHttpResult NotFound(string what, string id) => TypedResults.Problem(
        $"There is no {what} \"{id}\".",
        statusCode: StatusCodes.Status404NotFound,
        title: "Not found",
        extensions: new Dictionary<string, object?> { ["code"] = $"unknown-{what}" });

    /// <summary>404: a name that several have leads to none of them.</summary>
    public static ProblemHttpResult Ambiguous(string what, string name, IReadOnlyList<string> ids) => TypedResults.Problem(
        $"\"{name}\" can mean {string.Join(" or ", ids)}: give the id.",
        statusCode: StatusCodes.Status404NotFound,
        title: "Not found",
        extensions: new Dictionary<string, object?> { ["code"] = $"ambiguous-{what}", ["ids"] = ids });

    /// <summary>406: nothing that the Accept header admits is to be had.</summary>
    public static ProblemHttpResult NotAcceptable(IEnumerable<string> mediaTypes) => TypedResults.Problem(
        $"The Accept header admits none of {string.Join(", ", mediaTypes)}.",
        statusCode: StatusCodes.Status406NotAcceptable,
        title: "Not acceptable",
        extensions: new Dictionary<string, object?> { ["code"] = "not-acceptable" });

    /// <summary>404: the report is known by statements that were imported; its text is not here.</summary>
    public static ProblemHttpResult NoSource(string report) => TypedResults.Problem(
        $"The source of the report \"{report}\" is not here: only its statements were imported.",
        statusCode: StatusCodes.Status404NotFound,
        title: "No source",
        extensions: new Dictionary<string, object?> { ["code"] = "no-source" });

    /// <summary>404: the index is of a program that did not keep audits yet.</summary>
    public static ProblemHttpResult NoAudit(string report) => TypedResults.Problem(
        $"The index has no audit of the report \"{report}\": it was built before audits were kept. Build it again: {BuildCommand}",
        statusCode: StatusCodes.Status404NotFound,
        title: "No audit",
        extensions: new Dictionary<string, object?> { ["code"] = "no-audit" });

    /// <summary>410: a cursor of a generation that is no longer published.</summary>
    public static ProblemHttpResult OutdatedCursor(string fresh) => TypedResults.Problem(
        "The index was rebuilt since this cursor was given; begin again.",
        statusCode: StatusCodes.Status410Gone,
        title: "The cursor is outdated",
        extensions: new Dictionary<string, object?> { ["code"] = "outdated-cursor", ["start"] = fresh });

    /// <summary>503: nothing to answer from, and the command that makes it; or that it is being made.</summary>
    public static ProblemHttpResult NoIndex(LiveIndex index)
    {
        var isBeingBuilt = index.Index.IsBeingBuilt;
        return TypedResults.Problem(
            isBeingBuilt ? "No index is published yet: it is being built. Try again in a moment." : $"No index is published. Run: {BuildCommand}",
            statusCode: StatusCodes.Status503ServiceUnavailable,
            title: "No index",
            extensions: new Dictionary<string, object?> { ["code"] = isBeingBuilt ? "index-being-built" : "no-index" });
    }

    /// <summary>503: the service was told to stop; what runs is finished, and another one is to be asked.</summary>
    public static ProblemHttpResult Stopping() => TypedResults.Problem(
        "The service is stopping.",
        statusCode: StatusCodes.Status503ServiceUnavailable,
        title: "Stopping",
        extensions: new Dictionary<string, object?> { ["code"] = "stopping" });

    /// <summary>404: no key is configured, so what needs one is switched off.</summary>
    public static ProblemHttpResult NoKeys(string scope) => TypedResults.Problem(
        $"No API key with the scope \"{scope}\" is configured, so this is switched off; docs/operating.md says how to switch it on.",
        statusCode: StatusCodes.Status404NotFound,
        title: "Switched off",
        extensions: new Dictionary<string, object?> { ["code"] = $"{scope}-off" });

    /// <summary>401: no key, or none that is known.</summary>
    public static ProblemHttpResult NoKey() => TypedResults.Problem(
        "This needs an API key: Authorization: Bearer KEY. None was sent, or one that is not for this.",
        statusCode: StatusCodes.Status401Unauthorized,
        title: "A key is needed",
        extensions: new Dictionary<string, object?> { ["code"] = "key-required" });

    /// <summary>409: one build at a time.</summary>
    /// <param name="reason">What is building.</param>
    /// <param name="operation">The address of the build that runs; null where it is another process's.</param>
    public static ProblemHttpResult BuildRunning(string reason, string? operation) => TypedResults.Problem(
        reason,
        statusCode: StatusCodes.Status409Conflict,
        title: "A build is running",
        extensions: new Dictionary<string, object?> { ["code"] = "build-running", ["operation"] = operation });

    /// <summary>409: what has ended cannot be stopped.</summary>
    public static ProblemHttpResult BuildFinished(string id) => TypedResults.Problem(
        $"The build {id} has ended.",
        statusCode: StatusCodes.Status409Conflict,
        title: "The build has ended",
        extensions: new Dictionary<string, object?> { ["code"] = "build-finished" });

    /// <summary>503: there is nothing to build from.</summary>
    public static ProblemHttpResult NoCorpus() => TypedResults.Problem(
        "The service has no corpus folder to build from.",
        statusCode: StatusCodes.Status503ServiceUnavailable,
        title: "No corpus",
        extensions: new Dictionary<string, object?> { ["code"] = "no-corpus" });

    private static string? DetailOf(int? status) => status switch
    {
        429 => "This client has sent more requests than it may in a minute; Retry-After says when to go on.",
        503 => "The search took longer than it may and was stopped; nothing of it is answered. Ask for less, or again later.",
        _ => null,
    };

    private static string CodeOf(int? status) => status switch
    {
        400 => "bad-request",
        404 => "not-found",
        405 => "method-not-allowed",
        413 or 414 or 431 => "request-too-large",
        415 => "unsupported-media-type",
        429 => "too-many-requests",
        503 => "search-timeout",
        _ => "internal-error",
    };
}
