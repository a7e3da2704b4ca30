using System.Globalization;
using CsvHelper.Configuration;

namespace KnowledgeBase.Research;

/// <summary>How CSV is written: by RFC 4180, and safe to open in a spreadsheet.</summary>
internal static class Rfc4180
{
    /// <summary>
    /// What begins like a formula (= + - @ tab, carriage return) gets an apostrophe in front. A cell with a line end of any
    /// kind is quoted: by itself the library quotes only where it finds its own, CR LF.
    /// </summary>
    public static CsvConfiguration Configuration { get; } = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        InjectionOptions = InjectionOptions.Escape,
        InjectionEscapeCharacter = '\'',
        ShouldQuote = cell => ConfigurationFunctions.ShouldQuote(cell) || cell.Field.AsSpan().ContainsAny('\r', '\n'),
    };
}
