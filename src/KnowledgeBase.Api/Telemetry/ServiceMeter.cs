using System.Diagnostics;
using System.Diagnostics.Metrics;
using KnowledgeBase.Search;

namespace KnowledgeBase.Api.Telemetry;

/// <summary>
/// What the service counts and times, by the runtime's own instruments. No label tells who asked or what for; each has few
/// values, whatever is asked.
/// </summary>
internal sealed class ServiceMeter
{
    /// <summary>The name of the meter and of the source of spans.</summary>
    public const string Name = "KnowledgeBase";

    /// <summary>Bounds of the histograms' buckets, in seconds: from the fastest search to what nobody waits for.</summary>
    public static readonly double[] Buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

    // Kept here, so that /metrics tells all of them whenever it is first asked for.
    private readonly long[,,] _searches = new long[Enum.GetValues<SearchFace>().Length, Enum.GetValues<SearchAsked>().Length, Enum.GetValues<SearchOutcome>().Length];
    private readonly Histogram<double> _durations;
    private readonly LiveIndex _index;
    private readonly Settings _settings;

    public ServiceMeter(IMeterFactory meters, LiveIndex index, Settings settings)
    {
        (_index, _settings) = (index, settings);
        var meter = meters.Create(Name);
        meter.CreateObservableCounter("kb.searches", Searches, "{search}", "Searches for statements, by face, by what was asked and by outcome.");
        _durations = meter.CreateHistogram("kb.search.duration", "s", "How long searches took: reading the request, finding and counting, not sending.", tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = Buckets });
        meter.CreateObservableGauge("kb.index.info", Info, null, "1 for the generation that answers, with its corpus version.");
        meter.CreateObservableGauge("kb.index.age", () => OfGeneration(generation => (TimeProvider.System.GetUtcNow() - generation.Manifest.Built).TotalSeconds), "s", "How long ago the generation that answers was built.");
        meter.CreateObservableGauge("kb.index.statements", () => OfGeneration(generation => (long)generation.Manifest.Statements), "{statement}", "Statements in the generation that answers.");
        meter.CreateObservableGauge("kb.index.state", States, null, "1 for the state that the index is in, 0 for the others.");
    }

    /// <summary>Where spans come from; they cost nothing while nobody listens.</summary>
    public static ActivitySource Spans { get; } = new(Name);

    /// <summary>Counts a search.</summary>
    public void Count(SearchFace face, SearchAsked asked, SearchOutcome outcome, TimeSpan duration)
    {
        Interlocked.Increment(ref _searches[(int)face, (int)asked, (int)outcome]);
        _durations.Record(duration.TotalSeconds, Tag("face", face.Label()), Tag("outcome", outcome.Label()));
    }

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);

    private IEnumerable<Measurement<long>> Searches() =>
        from face in Enum.GetValues<SearchFace>()
        from asked in Enum.GetValues<SearchAsked>()
        from outcome in Enum.GetValues<SearchOutcome>()
        let count = Interlocked.Read(ref _searches[(int)face, (int)asked, (int)outcome])
        where count > 0
        select new Measurement<long>(count, Tag("face", face.Label()), Tag("asked", asked.Label()), Tag("outcome", outcome.Label()));

    private Measurement<int>[] Info()
    {
        using var lease = _index.Acquire();
        return lease is null ? [] : [new(1, Tag("generation", lease.Generation.Info.Generation), Tag("corpus_version", lease.Generation.Info.CorpusVersion))];
    }

    private Measurement<T>[] OfGeneration<T>(Func<Generation, T> measure)
        where T : struct
    {
        using var lease = _index.Acquire();
        return lease is null ? [] : [new(measure(lease.Generation))];
    }

    private IEnumerable<Measurement<int>> States()
    {
        var now = IndexState.Of(_index, _settings).Name;
        return IndexState.Names.Select(state => new Measurement<int>(state == now ? 1 : 0, Tag("state", state)));
    }
}
