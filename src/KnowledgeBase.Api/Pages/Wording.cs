using System.Globalization;
using System.Reflection;

namespace KnowledgeBase.Api.Pages;

/// <summary>The words of the pages in one language, from wording.tsv: key, Chinese, English.</summary>
public sealed class Wording
{
    /// <summary>The cookie that keeps a reader's choice of language.</summary>
    public const string Cookie = "lang";

    private static readonly Dictionary<string, (string Zh, string En)> Words = Load();
    private static readonly Wording Chinese = new("zh");
    private static readonly Wording English = new("en");

    private Wording(string language) => Language = language;

    /// <summary>zh or en.</summary>
    public string Language { get; }

    /// <summary>The language as HTML names it.</summary>
    public string HtmlLanguage => IsChinese ? "zh-CN" : "en";

    /// <summary>Whether it is Chinese.</summary>
    public bool IsChinese => Language == "zh";

    /// <summary>All keys with their words.</summary>
    internal static IReadOnlyDictionary<string, (string Zh, string En)> All => Words;

    /// <summary>The reader's choice, or else what the browser prefers; Chinese where it says nothing.</summary>
    public static Wording Of(HttpRequest request)
    {
        if (request.Cookies[Cookie] is { } chosen && Find(chosen) is { } wording)
            return wording;
        var preferred = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1);
        return preferred.Select(language => Find(language.Value.ToString())).FirstOrDefault(found => found is not null) ?? Chinese;
    }

    /// <summary>The wording of a language tag such as en-GB; null for other languages.</summary>
    public static Wording? Find(string tag) => tag.Split('-')[0].ToLowerInvariant() switch
    {
        "zh" => Chinese,
        "en" => English,
        _ => null,
    };

    /// <summary>The words of a key, with {0}, {1}, … filled in.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key: a mistake of the page.</exception>
    public string Say(string key, params object[] values)
    {
        var words = IsChinese ? Words[key].Zh : Words[key].En;
        return values.Length == 0 ? words : string.Format(CultureInfo.InvariantCulture, words, values);
    }

    /// <summary>A name in this language, where there is one.</summary>
    public string Name(string zh, string? en) => IsChinese || string.IsNullOrEmpty(en) ? zh : en;

    private static Dictionary<string, (string, string)> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("wording.tsv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t'))
            .ToDictionary(row => row[0], row => (row[1], row[2]), StringComparer.Ordinal);
    }
}
