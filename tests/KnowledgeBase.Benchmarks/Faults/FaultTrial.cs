using KnowledgeBase.Search;

namespace KnowledgeBase.Faults;

/// <summary>
/// An index folder to do harm to. Two corpora are built in turn by the real program; after each fault the published index
/// must answer queries as one of them does, also to a service that has run all the time, and the next build must succeed.
/// </summary>
internal sealed class FaultTrial : IDisposable
{
    private readonly KnownAnswers _known = new();
    private readonly List<string> _corpora = [];
    private readonly Dictionary<string, int> _tried = [];
    private readonly List<string> _failures = [];
    private readonly LiveIndex _service;
    private int _builds;

    /// <summary>Copies a corpus twice, the second time with a statement more, learns what both answer, and publishes both in turn.</summary>
    public FaultTrial(string folder, string corpus, int seed)
    {
        Random = new Random(seed);
        Index = new StatementIndex(Path.Combine(folder, "index"));
        foreach (var name in (string[])["a", "b"])
        {
            var copy = Path.Combine(folder, name);
            foreach (var file in Directory.EnumerateFiles(corpus, "*", SearchOption.AllDirectories))
            {
                var to = Path.Combine(copy, Path.GetRelativePath(corpus, file));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(file, to);
            }

            if (name == "b")
                File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(copy, "statements")).FullName, "one.jsonl"), "{\"text\": \"标准应当先行，元宇宙也不例外。\"}\n");
            _corpora.Add(copy);
            _known.Learn(copy, Path.Combine(folder, "known", name));
        }

        MustBuild("the first build");
        MustBuild("the second build");
        _service = new LiveIndex(Index, _ => { });
    }

    /// <summary>Chooses times and places; seeded.</summary>
    public Random Random { get; }

    /// <summary>The index that is harmed.</summary>
    public StatementIndex Index { get; }

    /// <summary>How many faults of each kind were tried.</summary>
    public IReadOnlyDictionary<string, int> Tried => _tried;

    /// <summary>Answers that were wrong or missing, and builds that failed afterwards.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>The arguments of the next build; the corpora take turns.</summary>
    public string[] NextBuild() => ["build", "--corpus", _corpora[_builds++ % _corpora.Count], "--index", Index.Folder];

    /// <summary>Counts a fault.</summary>
    public void Count(string kind) => _tried[kind] = _tried.GetValueOrDefault(kind) + 1;

    /// <summary>Notes what must not be.</summary>
    public void Fail(string what) => _failures.Add(what);

    /// <summary>
    /// Asks the published index as a process does that starts now, and as a service does that runs. Returns the generation
    /// that answered the former, or null.
    /// </summary>
    /// <param name="after">The fault.</param>
    public string? MustAnswer(string after)
    {
        try
        {
            using var lease = _service.Acquire();
            if (lease is null || !_known.AreThoseOf(lease.Generation))
                Fail($"{after}: the running service answers {(lease is null ? "nothing" : "wrongly")}");
            using var opened = Index.Open();
            if (opened is null || !_known.AreThoseOf(opened))
                Fail($"{after}: {(opened is null ? "nothing is published" : $"{opened.Info.Generation} answers wrongly")}");
            return opened?.Info.Generation;
        }
        catch (IOException e)
        {
            Fail($"{after}: {e.Message}");
            return null;
        }
    }

    /// <summary>Builds; it must succeed, be served and answer.</summary>
    /// <param name="after">The fault.</param>
    public void MustBuild(string after)
    {
        using var build = KbProcess.Run(NextBuild());
        if (build.ExitCode != 0)
            Fail($"{after}: the next build ended with {build.ExitCode}: {LastLine(build.Errors)}");
        else if (_service is not null && (MustAnswer($"{after} and a build") is not { } served || served != Index.Published))
            Fail($"{after}: what was built next is not served");
    }

    /// <summary>A build under a fault: it may fail, but must say why and exit with 2.</summary>
    public void MayFail(string fault, KbProcess build)
    {
        if (build.ExitCode is not (0 or 2) || build.Errors.Contains("Unhandled exception", StringComparison.Ordinal) || (build.ExitCode == 2 && !build.Errors.Contains("kb: ", StringComparison.Ordinal)))
            Fail($"{fault}: the build ended with {build.ExitCode} and {LastLine(build.Errors)}");
    }

    /// <inheritdoc/>
    public void Dispose() => _service.Dispose();

    private static string LastLine(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault("");
}
