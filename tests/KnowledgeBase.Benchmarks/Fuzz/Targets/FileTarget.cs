using System.Text;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Reading;
using KnowledgeBase.Corpus.Reading.Pdf;
using KnowledgeBase.Corpus.Registry;

namespace KnowledgeBase.Fuzz.Targets;

/// <summary>
/// A reader of files. It throws nothing: a file that it refuses is one error among the diagnostics. What it reads is text that
/// UTF-8 can hold, with pages inside of it, and can be segmented.
/// </summary>
/// <param name="ending">What the file's name ends in, which tells the format.</param>
internal abstract class FileTarget(string ending) : FuzzTarget
{
    private const int LongestSegmented = 4000;
    private readonly string _folder = Directory.CreateTempSubdirectory("kb-fuzz-").FullName;

    /// <inheritdoc/>
    public override string Ending => ending;

    /// <inheritdoc/>
    public override bool Feed(byte[] input)
    {
        var path = Path.Combine(_folder, "report" + ending);
        File.WriteAllBytes(path, input);
        var diagnostics = new List<Diagnostic>();
        // In this process, where what goes wrong is seen; the product reads a PDF in another one.
        var source = SourceReader.Read(path, "report" + ending, diagnostics, PdfReader.Read);
        foreach (var diagnostic in diagnostics)
            Must(diagnostic.Line >= 1 && diagnostic.Column >= 1 && diagnostic.Message.Length > 0 && !diagnostic.Message.Contains('\n', StringComparison.Ordinal), $"{diagnostic}");
        if (source is null)
        {
            Must(diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error), "nothing is read and no error says why");
            return false;
        }

        Must(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(source.Text)) == source.Text, "the text holds half a character");
        Must(!source.Text.Contains('\r', StringComparison.Ordinal), "the text has line ends that are not LF");
        Must(source.PageStarts.Zip(source.PageStarts.Skip(1)).All(pair => pair.First <= pair.Second) && source.PageStarts.All(start => start >= 0 && start <= source.Text.Length), "pages lie outside of the text or out of order");
        if (source.Text.Length <= LongestSegmented)
            ReportTarget.MustBeSound(source, CorpusRegistry.Empty);
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose() => Directory.Delete(_folder, recursive: true);
}
