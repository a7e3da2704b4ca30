using System.CommandLine;
using KnowledgeBase.Research;
using KnowledgeBase.Research.Citations;
using KnowledgeBase.Search;

namespace KnowledgeBase.Cli;

/// <summary><c>kb cite ID…</c>: citations of statements or claims.</summary>
internal static class CiteCommand
{
    public static Command Create()
    {
        var ids = new Argument<string[]>("ID") { Description = "Permalinks of statements or claims.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = $"gbt7714 (default), {string.Join(", ", CitationFormat.All.Select(known => known.Name).Where(name => name != "gbt7714"))}.", DefaultValueFactory = _ => "gbt7714" };
        format.AcceptOnlyFromAmong([.. CitationFormat.All.Select(known => known.Name)]);
        var index = SharedOptions.Index();
        var publicUrl = SharedOptions.PublicUrl();
        var command = new Command("cite", "Writes citations of statements or claims; each marks the words as reported speech.") { ids, format, index, publicUrl };
        command.SetAction(parsed => SharedOptions.WithIndex(
            parsed.GetRequiredValue(index).FullName,
            generation => Run(generation, parsed.GetRequiredValue(ids), CitationFormat.Find(parsed.GetRequiredValue(format))!, SharedOptions.Citations(generation, parsed.GetRequiredValue(publicUrl)))));
        return command;
    }

    private static int Run(Generation generation, string[] ids, CitationFormat format, CitationContext context)
    {
        var failed = false;
        foreach (var id in ids)
        {
            if (CitedPassage.Find(generation, id) is { } passage)
                Console.Out.Write(format.Write(passage, generation, context));
            else
                failed |= Missing(id);
        }

        return failed ? ExitCodes.ErrorsInInput : ExitCodes.Done;
    }

    private static bool Missing(string id)
    {
        Console.Error.WriteLine($"kb: there is no statement or claim \"{id}\"");
        return true;
    }
}
