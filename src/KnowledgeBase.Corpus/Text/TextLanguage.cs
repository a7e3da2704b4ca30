namespace KnowledgeBase.Corpus.Text;

/// <summary>Tells Chinese text from text in Latin letters.</summary>
public static class TextLanguage
{
    /// <summary>Whether a text has more Han characters than words in Latin letters; one without either is not Chinese.</summary>
    public static bool IsChinese(string text) => text.Count(Han.Is) > text.Split(' ').Count(word => word.Any(char.IsAsciiLetter));

    /// <summary>The language as HTML and XML name it: zh or en.</summary>
    public static string TagOf(string text) => IsChinese(text) ? "zh" : "en";
}
