using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Importing;

/// <summary>Reads what a line says of places: in its own text and in the source. All in code points.</summary>
internal static class TextRanges
{
    private const int Sha256Digits = 64;

    /// <summary>Where the content begins; 0 where the line does not say.</summary>
    public static int ContentStart(ImportRecord line, int length)
    {
        var start = line.Number("contentStart") ?? 0;
        if (start <= length)
            return start;
        line.Fail("contentStart", $"is {start}, but the text has {length} characters", "KB205");
        return 0;
    }

    /// <summary>The claims, which are given an id when the statement has one; the sentences of the content where the line does not say.</summary>
    public static IReadOnlyList<Claim> Claims(ImportRecord line, string text, CodePointIndex points, int contentStart)
    {
        if (line.Records("claims") is { } given)
            return [.. given.Select(record => ClaimOf(record, contentStart, points.Count))];
        return [.. Segmentation.Claims.Of(text, points.ToUnit(contentStart)).Select(points.ToCodePoints).Select(range => new Claim("", range.Start, range.End))];
    }

    /// <summary>Gives claims the ids that a statement's claims have; those that they bring must be these.</summary>
    public static IReadOnlyList<Claim> WithIds(ImportRecord line, IReadOnlyList<Claim> claims, string statement)
    {
        for (var i = 0; i < claims.Count; i++)
        {
            if (claims[i].Id.Length > 0 && claims[i].Id != $"{statement}.{i + 1}")
                line.Fail($"claims[{i}].id", $"is \"{Excerpt.Of(claims[i].Id)}\", but claim {i + 1} of this statement is {statement}.{i + 1}");
        }

        return [.. claims.Select((claim, i) => claim with { Id = $"{statement}.{i + 1}" })];
    }

    /// <summary>Where the words stand in the source; null where the line does not say.</summary>
    public static Provenance? Source(ImportRecord line, int length)
    {
        if (line.Record("source") is not { } record)
            return null;
        var source = new Provenance(
            record.Text("file") ?? "",
            record.Text("sha256") ?? "",
            record.Numbers("lines") ?? [],
            [.. (record.Records("ranges") ?? []).Select(range => RangeOf(range, int.MaxValue))])
        {
            TextSha256 = record.Text("textSha256"),
            Pages = record.Numbers("pages"),
        };
        record.Finish();
        if (source.File.Length == 0)
            record.Fail("file", "is missing");
        CheckHash(record, "sha256", source.Sha256);
        if (source.TextSha256 is not null)
            CheckHash(record, "textSha256", source.TextSha256);
        CheckFirstAndLast(record, "lines", source.Lines, "line");
        if (source.Pages is not null)
            CheckFirstAndLast(record, "pages", source.Pages, "page");
        if (source.Ranges.Sum(range => (long)range.End - range.Start) is var sum && sum != length)
            record.Fail("ranges", $"cover {sum} characters of the source, but the text has {length}", "KB205");
        return source;
    }

    private static void CheckHash(ImportRecord record, string member, string hash)
    {
        if (hash.Length != Sha256Digits || !hash.All(char.IsAsciiHexDigitLower))
            record.Fail(member, $"takes {Sha256Digits} hexadecimal digits in lower case");
    }

    private static void CheckFirstAndLast(ImportRecord record, string member, IReadOnlyList<int> pair, string what)
    {
        if (pair is not [>= 1, _] || pair[0] > pair[1])
            record.Fail(member, $"takes the first and the last {what}, counted from 1");
    }

    // What leads in to the words of a speaker (甲说，) is no claim of theirs.
    private static Claim ClaimOf(ImportRecord record, int contentStart, int length)
    {
        var id = record.Text("id") ?? "";
        var range = RangeOf(record, length);
        if (range.Start < contentStart)
            record.Fail("start", $"is {range.Start}, but the content begins at {contentStart}", "KB205");
        return new Claim(id, range.Start, range.End);
    }

    private static CodePointRange RangeOf(ImportRecord record, int length)
    {
        var (start, end) = (record.Number("start"), record.Number("end"));
        record.Finish();
        if (start is null || end is null)
            record.Fail(start is null ? "start" : "end", "is missing");
        else if (start >= end || end > length)
            record.Fail("start", $"to end is {start} to {end}, which is no range of {(length == int.MaxValue ? "the source" : $"the {length} characters of the text")}", "KB205");
        return new CodePointRange(start ?? 0, end ?? 0);
    }
}
