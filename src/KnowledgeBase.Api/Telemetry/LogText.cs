using System.Text;

namespace KnowledgeBase.Api.Telemetry;

/// <summary>
/// What log lines show of texts and exceptions. Whatever is logged stays on its line: a line feed in a search text would
/// otherwise forge an entry.
/// </summary>
internal static class LogText
{
    /// <summary>A text with everything that could break a line, or move a terminal's cursor, written as an escape: \n, \u001b.</summary>
    public static string OnOneLine(string text)
    {
        if (!text.Any(IsUnsafe))
            return text;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (c == '\n')
                escaped.Append("\\n");
            else if (IsUnsafe(c))
                escaped.Append($"\\u{(int)c:x4}");
            else
                escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>
    /// An exception on one line: type and stack, and so for what caused it. Its message may quote what was searched for, so it
    /// is left out unless texts may be shown; that of broken storage speaks of files, and is always shown.
    /// </summary>
    public static string Of(Exception exception, bool showsTexts)
    {
        var text = new StringBuilder();
        for (var at = exception; at is not null; at = at.InnerException)
        {
            text.Append(text.Length == 0 ? "" : " <- ").Append(at.GetType().FullName);
            if (showsTexts || IsOfStorage(at))
                text.Append(": ").Append(at.Message);
            foreach (var line in (at.StackTrace ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                text.Append(' ').Append(line);
        }

        return text.ToString();
    }

    // A request that cannot be read is an IOException to ASP.NET Core.
    private static bool IsOfStorage(Exception e) => e is UnauthorizedAccessException or (IOException and not BadHttpRequestException);

    // Line and paragraph separators too, and what turns the direction of writing.
    private static bool IsUnsafe(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
