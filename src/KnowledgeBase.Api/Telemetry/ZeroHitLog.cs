using System.Text.Json;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search;

namespace KnowledgeBase.Api.Telemetry;

/// <summary>
/// The file, where one is wanted, that gets a JSON line for each search that found nothing: what the glossary, the aliases
/// or the corpus lack. It says what was asked and how that was taken, never who asked. The file is opened anew for each line,
/// so that it may be moved away at any time, and moves to FILE.1 by itself when it is full.
/// </summary>
internal sealed class ZeroHitLog(TelemetrySettings settings, ILogger<ZeroHitLog> log)
{
    // Two files of this many bytes at most, whatever is asked.
    private const long Full = 64L << 20;

    // Nobody types more; a program that does needs no line of it.
    private const int LongestText = 1000;

    private readonly Lock _gate = new();
    private bool _hasFailed;

    /// <summary>Adds a search that found nothing. That the file cannot be written is said once, and fails no search.</summary>
    public void Add(SearchFace face, SearchQuery query, SearchResult result)
    {
        if (settings.ZeroHitLog is not { } file)
            return;
        var line = JsonSerializer.SerializeToUtf8Bytes(LineOf(face, query, result), CorpusJson.Options);
        lock (_gate)
        {
            try
            {
                Append(file, line);
                _hasFailed = false;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                if (!_hasFailed)
                    log.LogWarning("Searches that find nothing cannot be written down: {Reason}", e.Message);
                _hasFailed = true;
            }
        }
    }

    private static void Append(string file, byte[] line)
    {
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        bool isFull;
        using (var stream = new FileStream(file, options))
        {
            stream.Write([.. line, (byte)'\n']);
            isFull = stream.Position >= Full;
        }

        if (isFull)
            File.Move(file, file + ".1", overwrite: true);
    }

    private static Line LineOf(SearchFace face, SearchQuery query, SearchResult result)
    {
        var taken = result.Query;
        var isCut = query.Text.Length > LongestText;
        return new Line(
            TimeProvider.System.GetUtcNow(), face, isCut ? query.Text[..LongestText] + "…" : query.Text, query.Filters, query.Expand,
            isCut ? null : taken.Matching?.Words, isCut ? null : taken.Corrected, isCut ? null : taken.DidYouMean, taken.Relax, result.Index.Generation);
    }

    /// <summary>A line.</summary>
    /// <param name="Time">When, UTC.</param>
    /// <param name="Face">By which way it came.</param>
    /// <param name="Q">The text.</param>
    /// <param name="Filters">The choices in each facet.</param>
    /// <param name="Expand">Whether synonyms and correction were wanted.</param>
    /// <param name="Words">The words that the text was cut into.</param>
    /// <param name="Corrected">What was searched instead.</param>
    /// <param name="DidYouMean">What may have been meant.</param>
    /// <param name="Relax">What to leave out, and what that would find.</param>
    /// <param name="Generation">The generation that had nothing.</param>
    private sealed record Line(
        DateTimeOffset Time, SearchFace Face, string Q, IReadOnlyDictionary<string, FacetFilter> Filters, bool Expand,
        IReadOnlyList<string>? Words, string? Corrected, string? DidYouMean, IReadOnlyList<Relaxation> Relax, string Generation);
}
