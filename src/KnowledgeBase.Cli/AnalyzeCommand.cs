using System.CommandLine;
using System.Text;
using KnowledgeBase.Corpus.Registry;
using KnowledgeBase.Search;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Queries;

namespace KnowledgeBase.Cli;

/// <summary><c>kb analyze</c>: reads lines from standard input and shows how they are cut into tokens.</summary>
internal static class AnalyzeCommand
{
    public static Command Create()
    {
        var corpus = SharedOptions.Corpus();
        var plain = new Option<bool>("--plain") { Description = "One line out for each line in: its words parted by one space, every character kept." };
        var domain = new Option<string>("--domain") { Description = "on (default): with the words of the registry; off: with the dictionaries alone.", DefaultValueFactory = _ => "on" };
        domain.AcceptOnlyFromAmong("on", "off");
        var command = new Command("analyze", "Reads lines from standard input and shows how they are cut into tokens: field, token, code points, and what the glossary and the registry know of it.") { plain, domain, corpus };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetRequiredValue(corpus).FullName;
            var diagnostics = new List<Corpus.Diagnostic>();
            var registry = parsed.GetRequiredValue(domain) == "off" ? CorpusRegistry.Empty : CorpusRegistry.Load(folder, diagnostics);
            var failed = SharedOptions.Print(diagnostics, folder);
            Run(new TextAnalysis(registry), parsed.GetValue(plain));
            return failed ? ExitCodes.ErrorsInInput : ExitCodes.Done;
        });
        return command;
    }

    private static void Run(TextAnalysis analysis, bool plain)
    {
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        while (input.ReadLine() is { } line)
        {
            if (plain)
                output.WriteLine(string.Join(' ', analysis.Pieces(line)));
            else
                WriteTable(output, analysis, line);
        }
    }

    private static void WriteTable(TextWriter output, TextAnalysis analysis, string line)
    {
        foreach (var word in analysis.Words(line))
            WriteWord(output, word, depth: 0);
        foreach (var token in analysis.Tokens(line))
            output.WriteLine($"{token.Field,-12}{token.Start,5}-{token.End,-5}{token.Token}{(token.Note is null ? "" : $"   {token.Note}")}");
        output.WriteLine();
    }

    // As a query the line asks for these words, in these writings.
    private static void WriteWord(TextWriter output, ExplainedWord word, int depth)
    {
        var known = word.Forms.Where(form => form.Source != FormSource.Typed).GroupBy(form => form.Source)
            .Select(forms => $"{forms.Key.ToString().ToLowerInvariant()} {string.Join(", ", forms.Select(form => form.Text))}")
            .Concat(word.Means).Concat(word.Themes.Select(theme => $"theme:{theme}"));
        output.WriteLine($"{(depth == 0 ? "query" : ""),-12}{new string(' ', 11 + (2 * depth))}{word.Text}   {string.Join("; ", known)}".TrimEnd());
        foreach (var part in word.Parts)
            WriteWord(output, part, depth + 1);
    }
}
