using System.Reflection;
using System.Security.Cryptography;

namespace KnowledgeBase.Api.Pages;

/// <summary>Style sheet, script and icon: parts of the program, so that it runs from any folder.</summary>
internal static class Assets
{
    private static readonly Dictionary<string, (byte[] Bytes, string Type, string Version)> Files = new[] { ("kb.css", "text/css"), ("kb.js", "text/javascript"), ("favicon.svg", "image/svg+xml") }
        .ToDictionary(file => file.Item1, file => Load(file.Item1, file.Item2), StringComparer.Ordinal);

    /// <summary>The address of a file; it changes with the file, so that browsers may keep it for ever.</summary>
    public static string UrlOf(string name) => $"/assets/{name}?v={Files[name].Version}";

    public static void Map(WebApplication app)
    {
        app.MapGet("/assets/{name}", (string name, HttpResponse response) =>
        {
            if (!Files.TryGetValue(name, out var file))
                return Results.NotFound();
            response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Bytes(file.Bytes, file.Type + "; charset=utf-8");
        }).ExcludeFromDescription();
        app.MapGet("/favicon.ico", () => Results.Redirect(UrlOf("favicon.svg"))).ExcludeFromDescription();
    }

    private static (byte[] Bytes, string Type, string Version) Load(string name, string type)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"assets/{name}")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return (bytes.ToArray(), type, Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()))[..12]);
    }
}
