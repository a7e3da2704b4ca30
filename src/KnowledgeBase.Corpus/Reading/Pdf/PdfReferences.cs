namespace KnowledgeBase.Corpus.Reading.Pdf;

/// <summary>
/// Objects of a PDF that are nothing but a reference to another one: <c>7 0 obj 8 0 R endobj</c>. The library follows them to the
/// end of the stack where 8 is 7 again.
/// </summary>
internal static class PdfReferences
{
    // Nobody writes one on purpose.
    private const int LongestChain = 10;

    // How far behind "obj" a reference is looked for, in bytes; comments may stand before it.
    private const int Near = 1000;

    /// <summary>An object from which references lead to references and so on without end; null where there is none.</summary>
    /// <param name="file">The file's bytes.</param>
    public static long? Endless(ReadOnlySpan<byte> file)
    {
        var references = Of(file);
        // After each round, those from which one more step leads to a reference.
        HashSet<long> from = [.. references.Select(reference => reference.From)];
        for (var i = 0; i < LongestChain && from.Count > 0; i++)
        {
            var before = from;
            from = [.. references.Where(reference => before.Contains(reference.To)).Select(reference => reference.From)];
        }

        return from.Count == 0 ? null : from.Min();
    }

    private static List<(long From, long To)> Of(ReadOnlySpan<byte> file)
    {
        var references = new List<(long, long)>();
        for (var at = 0; file[at..].IndexOf("obj"u8) is var next and >= 0; at += next + 3)
        {
            var place = at + next;
            if (NumberBefore(file[..place]) is { } from && ReferenceIn(file[(place + 3)..Math.Min(file.Length, place + Near)]) is { } to)
                references.Add((from, to));
        }

        return references;
    }

    // "… 7 0 ", up to "obj".
    private static long? NumberBefore(ReadOnlySpan<byte> text)
    {
        var generation = text.TrimEnd(Blanks);
        var number = TrimDigits(generation).TrimEnd(Blanks);
        var before = TrimDigits(number);
        return generation.Length > number.Length && number.Length > before.Length ? Number(number[before.Length..]) : null;
    }

    // " 8 0 R", behind "obj".
    private static long? ReferenceIn(ReadOnlySpan<byte> text)
    {
        text = SkipBlanks(text);
        var number = Digits(text);
        var generation = SkipBlanks(text[number.Length..]);
        var end = SkipBlanks(generation[Digits(generation).Length..]);
        return number.Length > 0 && end.Length < generation.Length && end.StartsWith("R"u8) ? Number(number) : null;
    }

    private static ReadOnlySpan<byte> Blanks => " \t\r\n\f\0"u8;

    // A comment is a blank: "% …" to the end of the line.
    private static ReadOnlySpan<byte> SkipBlanks(ReadOnlySpan<byte> text)
    {
        for (text = text.TrimStart(Blanks); text.StartsWith("%"u8); text = text.TrimStart(Blanks))
            text = text.IndexOfAny((byte)'\r', (byte)'\n') is var end and >= 0 ? text[end..] : [];
        return text;
    }

    private static ReadOnlySpan<byte> Digits(ReadOnlySpan<byte> text) => text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') is var end and >= 0 ? text[..end] : text;

    private static ReadOnlySpan<byte> TrimDigits(ReadOnlySpan<byte> text) => text[..(text.LastIndexOfAnyExceptInRange((byte)'0', (byte)'9') + 1)];

    private static long? Number(ReadOnlySpan<byte> digits) => long.TryParse(digits, out var number) ? number : null;
}
