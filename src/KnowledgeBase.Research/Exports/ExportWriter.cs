namespace KnowledgeBase.Research.Exports;

/// <summary>Writes one format, piece by piece, into a buffer that the export empties.</summary>
internal abstract class ExportWriter
{
    /// <summary>What stands before the first row.</summary>
    public abstract void Begin(Stream output);

    /// <summary>One row.</summary>
    public abstract void Row(Stream output, ExportRow row);

    /// <summary>What stands behind the last row: without it a reader knows that something is missing.</summary>
    public abstract void End(Stream output, string checksum);
}
