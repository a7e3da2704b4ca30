namespace KnowledgeBase.Research;

/// <summary>Web addresses under which statements, claims and sources can be found again.</summary>
/// <param name="root">Where the service is, without a slash at the end: https://kb.example.org.</param>
public sealed class Permalinks(string root)
{
    /// <summary>The address of a statement or, by a claim's id, of one claim.</summary>
    public string Of(string id) => $"{root}/statements/{Uri.EscapeDataString(id)}";

    /// <summary>The address of a report's decoded source.</summary>
    public string SourceOf(string report) => $"{root}/api/v1/reports/{Uri.EscapeDataString(report)}/source";
}
