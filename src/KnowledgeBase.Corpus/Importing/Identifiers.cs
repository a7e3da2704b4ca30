namespace KnowledgeBase.Corpus.Importing;

/// <summary>Checks the identifiers that a line brings with it: they become addresses and file names.</summary>
internal static class Identifiers
{
    private const int Longest = 200;

    /// <summary>Ids of statements and reports: ASCII letters, digits, - and _, beginning with a letter or digit.</summary>
    public static void CheckPlain(ImportRecord record, string member, string id)
    {
        if (id.Length is 0 or > Longest || !char.IsAsciiLetterOrDigit(id[0]) || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            record.Fail(member, $"cannot be \"{Text.Excerpt.Of(id)}\": an id has 1 to {Longest} letters and digits of ASCII, - and _");
    }

    /// <summary>Ids of speakers, panels and institutions, which registries name freely: anything printable without spaces.</summary>
    public static void CheckPrintable(ImportRecord record, string member, string id)
    {
        if (id.Length is 0 or > Longest || id.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            record.Fail(member, $"cannot be \"{Text.Excerpt.Of(id)}\": an id has 1 to {Longest} characters and no spaces");
        else if (!HasAddress(id))
            record.Fail(member, $"cannot be \"{Text.Excerpt.Of(id)}\": the parts of an id between slashes cannot be empty, . or .., for servers resolve those in an address");
    }

    /// <summary>Whether an id can be the end of an address: /speakers/x/../y is read as /speakers/y.</summary>
    public static bool HasAddress(string id) => id.Split('/', '\\').All(part => part is not ("" or "." or ".."));
}
