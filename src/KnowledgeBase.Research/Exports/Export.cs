using KnowledgeBase.Research.Tei;

namespace KnowledgeBase.Research.Exports;

/// <summary>Streams all statements of a search in one format, in constant memory.</summary>
public static class Export
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Writes the export. Where it fails in between, the output ends in a way that a reader detects.</summary>
    /// <param name="subject">What to export.</param>
    /// <param name="format">In which format.</param>
    /// <param name="output">Where to.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task WriteAsync(ExportSubject subject, ExportFormat format, Stream output, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream(BufferSize * 2);
        foreach (var _ in Pieces(subject, format, buffer))
        {
            if (buffer.Length < BufferSize)
                continue;
            await output.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancellation);
            buffer.SetLength(0);
        }

        await output.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancellation);
    }

    /// <summary>Writes a small export at once.</summary>
    public static void Write(ExportSubject subject, ExportFormat format, MemoryStream output)
    {
        foreach (var _ in Pieces(subject, format, output))
        {
            // Each step writes one row.
        }
    }

    // After each piece the caller may empty the buffer.
    private static IEnumerable<int> Pieces(ExportSubject subject, ExportFormat format, MemoryStream buffer)
    {
        var writer = WriterOf(format, subject);
        using var checksum = new ExportChecksum();
        writer.Begin(buffer);
        var number = 0;
        foreach (var stored in subject.Matches.Statements())
        {
            var statement = stored.Read();
            checksum.Add(statement);
            number++;
            writer.Row(buffer, new ExportRow(number, stored, statement, number == subject.Matches.Count ? checksum.ToString() : null));
            yield return number;
        }

        writer.End(buffer, checksum.ToString());
        yield return number;
    }

    private static ExportWriter WriterOf(ExportFormat format, ExportSubject subject) => format.Name switch
    {
        "jsonl" => new JsonLinesExport(subject),
        "csv" => new CsvExport(subject),
        "tei" => new TeiExport(subject),
        "bibtex" => new BibTexExport(subject),
        "ris" => new RisExport(subject),
        "csl" => new CslExport(subject),
        _ => throw new ArgumentException($"There is no format {format.Name}.", nameof(format)),
    };
}
