using Microsoft.Extensions.Logging.Console;

namespace KnowledgeBase.Api.Telemetry;

/// <summary>How the service is seen from outside: log, metrics, traces, and how it stops.</summary>
internal static class Observation
{
    public static void Add(WebApplicationBuilder builder, TelemetrySettings settings)
    {
        // Request lines, and with them search texts, stay out of the log.
        builder.Logging.AddConsole()
            .AddConsoleFormatter<TextLogFormatter, ConsoleFormatterOptions>().AddConsoleFormatter<JsonLogFormatter, ConsoleFormatterOptions>()
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("ModelContextProtocol", LogLevel.Warning)
            // It warns of keys that are not kept; nothing is protected by them.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddSystemd();
        builder.Services.Configure<ConsoleLoggerOptions>(options => options.FormatterName = settings.LogsJson ? JsonLogFormatter.FormatterName : TextLogFormatter.FormatterName);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = settings.Drain + settings.ShutdownTimeout);
        builder.Services.AddSingleton(settings).AddSingleton<ServiceMeter>().AddSingleton<ZeroHitLog>().AddSingleton<MetricsEndpoint>().AddHostedService<Draining>();
        TelemetryExport.Add(builder.Services, settings);
    }

    /// <summary>To be called before anything else handles requests.</summary>
    public static void Use(WebApplication app, TelemetrySettings settings)
    {
        if (settings.LogsRequests)
            app.UseMiddleware<RequestLog>();
        if (settings.ZeroHitLog is { } file)
            app.Logger.LogInformation("Searches that find nothing are written to {File}, with their texts", file);
        // Its instruments are there from the start, though nobody has searched yet.
        app.Services.GetRequiredService<ServiceMeter>();
        MetricsEndpoint.Map(app);
    }
}
