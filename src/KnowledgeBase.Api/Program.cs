using KnowledgeBase.Api;
using KnowledgeBase.Api.Builds;
using KnowledgeBase.Api.Mcp;
using KnowledgeBase.Api.Pages;
using KnowledgeBase.Api.Security;
using KnowledgeBase.Api.Telemetry;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

var builder = WebApplication.CreateBuilder(args);
if (string.IsNullOrEmpty(builder.Configuration["urls"]))
    builder.WebHost.UseUrls(Settings.DefaultUrl);
builder.WebHost.ConfigureKestrel(Settings.Limits);

var settings = new Settings(builder.Configuration);
var given = new GivenSettings(builder.Configuration);
var telemetry = new TelemetrySettings(given, builder.Configuration);
var security = new SecuritySettings(given);
var keys = new ApiKeys(given);
if (given.Mistakes.Count > 0)
{
    await Console.Error.WriteLineAsync(string.Join('\n', given.Mistakes));
    return 2;
}

Observation.Add(builder, telemetry);
builder.Services.AddSingleton(settings);
builder.Services.AddSingleton(security).AddSingleton(new SearchTime(security.SearchTimeout)).AddCors();
builder.Services.AddSingleton<BuildOperations>().AddHostedService(services => services.GetRequiredService<BuildOperations>());
builder.Services.AddSingleton(services => new LiveIndex(
    new StatementIndex(settings.Index),
    damage => services.GetRequiredService<ILogger<LiveIndex>>().LogWarning("A generation of the index cannot be served, the one before it is: {Damage}", damage)));
builder.Services.ConfigureHttpJsonOptions(options => CorpusJson.Configure(options.SerializerOptions));
builder.Services.AddProblemDetails(Problems.Customize);
McpEndpoint.Add(builder.Services);
Web.Add(builder.Services);
builder.Services.AddOpenApi("v1", ApiDescription.Configure);

var app = builder.Build();
// The index is opened, and the first search answered, while the routes are made: after a start the first answer is soon there.
var live = app.Services.GetRequiredService<LiveIndex>();
var opening = Task.Run(() => FirstBuild.Run(live, settings.Corpus, app.Logger));
var warming = opening.ContinueWith(_ => WarmUp.Run(live, app.Services), TaskScheduler.Default);

if (security.TrustedProxies.Count > 0)
    app.UseForwardedHeaders(TrustedProxies.Of(security));
Observation.Use(app, telemetry);
app.UseMiddleware<HeadRequests>();
app.UseWhen(context => !Web.IsPage(context.Request), branch => branch.UseExceptionHandler(Problems.HandlingOf(null)).UseStatusCodePages());
app.UseWhen(context => Web.IsPage(context.Request), branch => branch.UseExceptionHandler(Problems.HandlingOf("/status/500")).UseStatusCodePagesWithReExecute("/status/{0}"));
app.UseMiddleware<SecurityHeaders>();
app.UseWhen(OtherSites.MayAsk, branch => branch.UseCors(OtherSites.Configure));
if (security.RequestsAMinute > 0)
    app.UseMiddleware<ClientLimits>();
app.UseMiddleware<SearchTime.Middleware>();
app.UseWhen(context => context.Request.Path.StartsWithSegments("/mcp"), branch => branch.UseMiddleware<McpRequests>());
app.UseRouting();

var api = app.MapGroup("/api/v1").AddEndpointFilter<EntityTags>();
RootApi.Map(api);
StatementsApi.Map(api);
LineageApi.Map(api);
EntitiesApi.Map(api);
FacetsApi.Map(api);
ExportApi.Map(api);
CompareApi.Map(api);
MatrixApi.Map(api);
SuggestApi.Map(api);
ExplainApi.Map(api);
ReportsApi.Map(api);
BuildsApi.Map(app, keys);
HealthApi.Map(app);
app.MapMcp("/mcp");
app.MapOpenApi("/openapi/{documentName}.json");
app.UseSwaggerUI(options => options.SwaggerEndpoint("/openapi/v1.json", "KnowledgeBase v1"));
Web.Map(app);

await opening;
StaleIndex.Warn(live, settings.Corpus, app.Logger);
await app.RunAsync();
return 0;

/// <summary>The service; public for the tests that host it.</summary>
public partial class Program;
