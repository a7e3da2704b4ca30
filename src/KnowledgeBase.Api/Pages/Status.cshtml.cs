using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KnowledgeBase.Api.Pages;

/// <summary>What a reader sees when there is no page to show: why, and the way on.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
public sealed class StatusPage : KbPage
{
    /// <summary>The status code.</summary>
    public int Status { get; private set; }

    /// <summary>Answers with the code of the request that failed.</summary>
    public PageResult OnGet(int status)
    {
        Status = status;
        Title = Words.Say("error.title");
        return Page();
    }
}
