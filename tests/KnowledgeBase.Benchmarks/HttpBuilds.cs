using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KnowledgeBase.Tests;

namespace KnowledgeBase.Benchmarks;

/// <summary>The service with a key for builds, and builds over HTTP.</summary>
internal static class HttpBuilds
{
    private static readonly string Key = RandomNumberGenerator.GetHexString(64);
    private static readonly TimeSpan Asked = TimeSpan.FromSeconds(0.1);

    /// <summary>Starts the service on the repository's corpus; its client has the key.</summary>
    public static async Task<MeasuredService> Start(string folder)
    {
        var service = await MeasuredService.Start(Repository.Corpus, Path.Combine(folder, "index"), MeasuredService.Address, "--api-keys", $"build:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)))}");
        service.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        return service;
    }

    /// <summary>Builds the index anew and waits for it; "succeeded", or why not.</summary>
    public static async Task<string> Build(MeasuredService service)
    {
        using var accepted = await service.Client.PostAsync("/api/v1/builds", null);
        if (!accepted.IsSuccessStatusCode)
            return $"refused with {(int)accepted.StatusCode}";
        JsonElement operation;
        do
        {
            await Task.Delay(Asked);
            operation = JsonDocument.Parse(await service.Client.GetStringAsync(accepted.Headers.Location)).RootElement;
        }
        while (operation.GetProperty("finished").ValueKind == JsonValueKind.Null);
        return operation.GetProperty("error") is { ValueKind: JsonValueKind.Object } error ? error.GetProperty("message").GetString()! : operation.GetProperty("status").GetString()!;
    }
}
