using System.Globalization;
using System.Text;
using KnowledgeBase.Corpus.Reading;
using KnowledgeBase.Tests;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Writer;

namespace KnowledgeBase.Benchmarks;

/// <summary>How fast a file becomes text: the tests' one report in every format, so many times in one file (default 200: a PDF of 400 pages).</summary>
internal static class FormatsMeasure
{
    public static void Run(string[] arguments)
    {
        var copies = arguments is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 200;
        using var folder = new TemporaryFolder();
        var documents = Path.Combine(Repository.Root, "tests", "KnowledgeBase.Corpus.Tests", "Documents");
        var markdown = File.ReadAllText(Path.Combine(documents, "forum.md"));
        var html = File.ReadAllText(Path.Combine(documents, "forum.html"));
        var pdf = File.ReadAllBytes(Path.Combine(documents, "forum.pdf"));
        Measure("md", Encoding.UTF8.GetBytes(Repeated(markdown, copies)));
        Measure("html", Encoding.UTF8.GetBytes(html.Replace(ArticleOf(html), Repeated(ArticleOf(html), copies), StringComparison.Ordinal)));
        Measure("docx", WordFile.OfMarkdown(Repeated(markdown, copies)));
        Measure("pdf", RepeatedPdf(pdf, copies));

        void Measure(string ending, byte[] file)
        {
            var path = Path.Combine(folder.Path, "report." + ending);
            File.WriteAllBytes(path, file);
            var characters = 0;
            var bytes = 0;
            Action read = () =>
            {
                var source = SourceReader.Read(path, path, [])!;
                (characters, bytes) = (source.Text.Length, Encoding.UTF8.GetByteCount(source.Text));
            };
            Clock.Time(3, read);
            var median = Clock.Time(10, read).At(0.5);
            Console.WriteLine($"{ending,-5} {file.Length / 1e6,5:0.0} MB file, {bytes / 1e6:0.00} MB of text ({characters} characters)   median {median,5:0} ms   {bytes / median / 1000:0.00} MB/s");
        }
    }

    private static string Repeated(string text, int copies) => string.Concat(Enumerable.Repeat(text + "\n", copies));

    private static string ArticleOf(string html) => html[html.IndexOf("<h2>", StringComparison.Ordinal)..html.IndexOf("<h3>相关阅读", StringComparison.Ordinal)];

    // The pages share their font, as they do in a long report.
    private static byte[] RepeatedPdf(byte[] file, int copies)
    {
        using var document = PdfDocument.Open(file);
        var builder = new PdfDocumentBuilder();
        for (var page = 0; page < copies * document.NumberOfPages; page++)
            builder.AddPage(document, 1 + (page % document.NumberOfPages));
        return builder.Build();
    }
}
