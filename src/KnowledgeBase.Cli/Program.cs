using System.CommandLine;
using System.Text;
using KnowledgeBase.Cli;

// A build that is stopped clears away what it wrote.
var timeToStop = TimeSpan.FromSeconds(10);
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand("KnowledgeBase: a searchable knowledge base of governance viewpoints.")
{
    InitCommand.Create(),
    BuildCommand.Create(),
    RollbackCommand.Create(),
    SegmentCommand.Create(),
    AuditCommand.Create(),
    SearchCommand.Create(),
    LineageCommand.Create(),
    AnalyzeCommand.Create(),
    ExportCommand.Create(),
    CiteCommand.Create(),
    CompareCommand.Create(),
    MatrixCommand.Create(),
    VerifyCommand.Create(),
};
var parsed = root.Parse(args);
if (parsed.Errors.Count == 0)
    return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = timeToStop });

foreach (var error in parsed.Errors)
    Console.Error.WriteLine($"kb: {error.Message}");
Console.Error.WriteLine(parsed.CommandResult.Command is RootCommand ? "Try: kb --help" : $"Try: kb {parsed.CommandResult.Command.Name} --help");
return ExitCodes.Usage;
