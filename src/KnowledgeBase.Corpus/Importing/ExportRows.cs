namespace KnowledgeBase.Corpus.Importing;

/// <summary>
/// Watches the <c>export</c> members that an export adds to its lines ({"row": 50, "rows": 84}): they show that rows are
/// missing, at the end or between.
/// </summary>
internal sealed class ExportRows(ImportDiagnostics diagnostics)
{
    private int _line;
    private int _row;
    private int _rows;

    /// <summary>A line's number, and its row of how many.</summary>
    public void Add(int line, int row, int rows)
    {
        // Two exports may stand in one file.
        if (row == 1 || rows != _rows)
            Finish();
        else if (row > _row + 1)
            Warn(line, $"rows {_row + 1} to {row - 1} of {rows} are missing");
        if (_rows == 0 && row > 1)
            Warn(line, $"the export begins with row {row} of {rows}");
        (_line, _row, _rows) = (line, row, rows);
    }

    /// <summary>The end of an export, or of the file.</summary>
    public void Finish()
    {
        if (_row < _rows)
            Warn(_line, $"the export was cut off: it ends with row {_row} of {_rows}");
        (_row, _rows) = (0, 0);
    }

    private void Warn(int line, string message) => diagnostics.Warn("KB208", line, () => 1, message);
}
