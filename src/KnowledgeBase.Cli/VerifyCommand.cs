using System.CommandLine;
using KnowledgeBase.Search;

namespace KnowledgeBase.Cli;

/// <summary><c>kb verify</c>: checks the published index and every statement's provenance; one line per problem.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var index = SharedOptions.Index();
        var command = new Command("verify", "Checks the published index and every statement's provenance; one line per problem.") { index };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(index).FullName));
        return command;
    }

    private static int Run(string folder)
    {
        var index = new StatementIndex(folder);
        var problems = 0;
        foreach (var problem in index.Problems())
        {
            Console.Out.WriteLine(problem);
            problems++;
        }

        if (problems == 0 && index.Published is null)
            return SharedOptions.NoIndex(folder);
        Console.Error.WriteLine(problems == 0 ? $"{index.Published}: no problem found" : $"{problems} problems");
        return problems == 0 ? ExitCodes.Done : ExitCodes.ErrorsInInput;
    }
}
