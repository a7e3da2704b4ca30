namespace KnowledgeBase.Corpus.Reading;

/// <summary>Finds the file in a report's folder that is the report: <c>report.</c> with one of the known endings.</summary>
internal static class ReportFiles
{
    /// <summary>Whether a file is called as reports in folders are, so that report.yaml beside it describes it.</summary>
    public static bool IsReport(string path) => Path.GetFileNameWithoutExtension(path).Equals("report", StringComparison.OrdinalIgnoreCase);

    /// <summary>The one report file of a folder; null where there is none or more than one, which an error explains.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="name">The name by which diagnostics call a file in it.</param>
    /// <param name="diagnostics">Receives the error.</param>
    public static string? Find(string folder, Func<string, string> name, ICollection<Diagnostic> diagnostics)
    {
        string[] all = [.. Directory.EnumerateFiles(folder).Where(IsReport).Order(StringComparer.Ordinal)];
        string[] known = [.. all.Where(FileKind.IsKnown)];
        if (known is [var only])
            return only;
        if (known.Length > 1)
        {
            new FileProblems(name(known[0]), diagnostics).Fail("KB007", $"the folder has {known.Length} report files, {string.Join(" and ", known.Select(Path.GetFileName))}, and none was read: keep the better one here, and move the other out or into a folder of its own");
            return null;
        }

        var other = all.Where(file => !Path.GetExtension(file).Equals(".yaml", StringComparison.OrdinalIgnoreCase)).Select(Path.GetFileName).FirstOrDefault();
        var found = other is null ? "" : $"; {other} is of no format that can be read: save it as .docx, .pdf or .md";
        new FileProblems(name(Path.Combine(folder, "report.md")), diagnostics).Fail("KB001", $"the folder has no report file (report with one of {FileKind.Endings}){found}");
        return null;
    }
}
