using System.Text.Json.Nodes;
using KnowledgeBase.Corpus;
using KnowledgeBase.Research;
using KnowledgeBase.Research.Citations;
using KnowledgeBase.Research.Lineage;
using KnowledgeBase.Research.Proof;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.Mvc;

namespace KnowledgeBase.Api.Pages;

/// <summary>
/// One statement: its words with claims that can be linked to, attribution and evidence, citations, what is like it. The
/// address is the permalink: a claim's id leads to the claim on its statement's page, and whoever does not ask for HTML is
/// sent to the API.
/// </summary>
public sealed class StatementPage : IndexPage
{
    private const int MostSimilar = 5;
    private const int MostShared = 12;
    private static readonly string[] Cited = ["gbt7714", "bibtex", "ris"];

    /// <summary>The statement.</summary>
    public Statement Statement { get; private set; } = null!;

    /// <summary>Its neighbours in the panel.</summary>
    public (string? Previous, string? Next) Neighbours { get; private set; }

    /// <summary>Statements like it.</summary>
    public IReadOnlyList<SimilarStatement> Similar { get; private set; } = [];

    /// <summary>Wording that it shares with other voices.</summary>
    public IReadOnlyList<LineagePassage> Shared { get; private set; } = [];

    /// <summary>The proof of its words.</summary>
    public SourceProof Proof { get; private set; } = null!;

    /// <summary>The citations that are shown, by format.</summary>
    public IReadOnlyList<(string Format, string Text)> Citations { get; private set; } = [];

    /// <inheritdoc/>
    public override JsonObject? StructuredData => StructuredStatement.Of(Statement, Root, Generation.Names);

    /// <summary>The address of a statement's page.</summary>
    public static string UrlOf(string id) => $"/statements/{Uri.EscapeDataString(id)}";

    /// <summary>Answers with the page.</summary>
    public IActionResult OnGet(string id)
    {
        if (!AsksForHtml() || Request.Query.ContainsKey("format"))
            return Redirect($"/api/v1/statements/{Uri.EscapeDataString(id)}{Request.QueryString}");
        if (CitedPassage.Find(Generation, id) is not { } passage)
            return NotFound();
        if (passage.Claim is { } claim)
            return Redirect($"{UrlOf(passage.Statement.Id)}#{Uri.EscapeDataString(claim.Id)}");

        Statement = passage.Statement;
        Canonical = UrlOf(Statement.Id);
        Title = $"{Statement.Speaker?.Name ?? Statement.Attribution.Source ?? Words.Say("outcome")} · {Statement.Panel?.Name ?? Statement.Report.Title}";
        Neighbours = Generation.Neighbours(Statement);
        Similar = new StatementSearcher(Generation).Similar(Statement, MostSimilar);
        Shared = new ConsensusLineage(Generation).Of(passage, MostShared).Passages;
        Proof = SourceProof.Of(passage, Generation);
        var context = Addresses.CitationsOf(HttpContext);
        Citations = [.. Cited.Select(format => (format, CitationFormat.Find(format)!.Write(passage, Generation, context).Trim()))];
        return Page();
    }

    /// <summary>What an evidence code means, in words; an import may bring codes of its own.</summary>
    public string MeaningOf(string evidence) => Wording.All.ContainsKey("ev." + evidence) ? Words.Say("ev." + evidence) : evidence;

    // A browser says so; curl and reference managers do not.
    private bool AsksForHtml() => Request.GetTypedHeaders().Accept.Any(accept => accept.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
}
