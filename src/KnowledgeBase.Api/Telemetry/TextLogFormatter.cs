using System.Diagnostics;
using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace KnowledgeBase.Api.Telemetry;

/// <summary>
/// Log entries as lines for people: <c>warn: Category[0] message | exception trace=…</c>. Under systemd each begins with its
/// priority, by which journalctl can choose: <c>&lt;4&gt;</c>.
/// </summary>
internal sealed class TextLogFormatter(TelemetrySettings settings) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "kb-text";

    private readonly bool _isService = SystemdHelpers.IsSystemdService();

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var (level, priority) = Names(logEntry.LogLevel);
        if (_isService)
            textWriter.Write($"<{priority}>");
        textWriter.Write($"{level}: {logEntry.Category}[{logEntry.EventId.Id}] ");
        textWriter.Write(LogText.OnOneLine(logEntry.Formatter(logEntry.State, null)));
        if (logEntry.Exception is { } exception)
            textWriter.Write($" | {LogText.OnOneLine(LogText.Of(exception, settings.ShowsTexts))}");
        if (Activity.Current is { } activity)
            textWriter.Write($" trace={activity.TraceId.ToHexString()}");
        textWriter.WriteLine();
    }

    private static (string Level, int Priority) Names(LogLevel level) => level switch
    {
        LogLevel.Trace => ("trce", 7),
        LogLevel.Debug => ("dbug", 7),
        LogLevel.Information => ("info", 6),
        LogLevel.Warning => ("warn", 4),
        LogLevel.Error => ("fail", 3),
        _ => ("crit", 2),
    };
}
