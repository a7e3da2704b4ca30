using System.Text;

namespace KnowledgeBase.Research.Citations;

/// <summary>Text for formats in which a line end or a control character would end a field.</summary>
internal static class OneLine
{
    /// <summary>The text with each run of white space and control characters as one space, none at the ends.</summary>
    public static string Of(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
                line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }

        return line.ToString().TrimEnd();
    }
}
