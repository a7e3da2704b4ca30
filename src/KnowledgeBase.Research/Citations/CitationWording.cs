using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Research.Citations;

/// <summary>The words that a citation adds to a statement, in the statement's language.</summary>
internal abstract class CitationWording
{
    private static readonly CitationWording Chinese = new ChineseWording();
    private static readonly CitationWording English = new EnglishWording();

    /// <summary>Whether they are Chinese.</summary>
    public bool IsChinese => this == Chinese;

    /// <summary>The wording for a text, in its language.</summary>
    public static CitationWording Of(string text) => TextLanguage.IsChinese(text) ? Chinese : English;

    /// <summary>Occasion, first words, and the mark that they are reported.</summary>
    public abstract string Title(Statement statement, string firstWords);

    /// <summary>Reported speech, place in the source, version.</summary>
    public abstract string Note(CitedPassage passage, string corpusVersion);

    /// <summary>
    /// Section, if any, and lines: where to look in the report. Of a file with pages the lines are those of the text that
    /// was got out of it, which its pages do not show.
    /// </summary>
    public string Place(CitedPassage passage, bool withPages) => string.Join(Comma, passage.Statement.Section.Select(OneLine.Of)
        .Concat(withPages && passage.Pages is { } pages ? [Pages(pages)] : [])
        .Concat(passage.Lines is { } lines ? [Lines(lines, isExtracted: passage.Pages is not null)] : []));

    /// <summary>First and last as one range; one number where they are the same.</summary>
    public static string Range(IReadOnlyList<int> pair, string dash) => pair[0] == pair[^1] ? $"{pair[0]}" : $"{pair[0]}{dash}{pair[^1]}";

    protected abstract string Comma { get; }

    // The file's pages are counted, for nobody can say what is printed on them.
    protected abstract string Pages(IReadOnlyList<int> pages);

    protected abstract string Lines(IReadOnlyList<int> lines, bool isExtracted);

    private sealed class ChineseWording : CitationWording
    {
        public override string Title(Statement statement, string firstWords) => statement.Kind switch
        {
            StatementKind.Outcome => $"论坛成果：{firstWords}（报告所述）",
            StatementKind.Collective => $"{Occasion(statement)}集体观点：{firstWords}（报告转述）",
            _ => $"{Occasion(statement)}{(IsSpeech(statement.Panel?.Name) ? "" : "发言")}：{firstWords}（报告转述）",
        };

        // 开幕式讲话 says by itself that somebody speaks.
        private static bool IsSpeech(string? panel) => panel is not null && new[] { "讲话", "发言", "致辞", "演讲", "讲演", "报告" }.Any(word => panel.EndsWith(word, StringComparison.Ordinal));

        // 专题论坛一发言, but 主论坛 II 发言.
        private static string? Occasion(Statement statement) =>
            statement.Panel?.Name is { Length: > 0 } name && char.IsAsciiLetterOrDigit(name[^1]) ? name + " " : statement.Panel?.Name;

        public override string Note(CitedPassage passage, string corpusVersion)
        {
            var place = Place(passage, withPages: true);
            var voice = passage.Statement is { Kind: StatementKind.Collective, Attribution.Source: { } printed } ? $"集体观点，原文作“{printed}”；" : "";
            return $"报告转述，非直接引语（reported speech, not a quotation）；{voice}{(place.Length > 0 ? $"见{place}；" : "")}语料库版本 {corpusVersion}";
        }

        protected override string Comma => "，";

        protected override string Pages(IReadOnlyList<int> pages) => $"文件第 {Range(pages, "—")} 页";

        protected override string Lines(IReadOnlyList<int> lines, bool isExtracted) => $"{(isExtracted ? "提取文本" : "原文")}第 {Range(lines, "—")} 行";
    }

    private sealed class EnglishWording : CitationWording
    {
        public override string Title(Statement statement, string firstWords)
        {
            var occasion = statement.Panel is { } panel ? $" at {panel.Name}" : "";
            return statement.Kind switch
            {
                StatementKind.Outcome => $"Outcome of the forum: {firstWords} (as stated by the report)",
                StatementKind.Collective => $"Collective view{occasion}: {firstWords} (as reported)",
                _ => $"Remarks{occasion}: {firstWords} (as reported)",
            };
        }

        public override string Note(CitedPassage passage, string corpusVersion)
        {
            var place = Place(passage, withPages: true);
            var voice = passage.Statement is { Kind: StatementKind.Collective, Attribution.Source: { } printed } ? $"a collective view, printed as \"{printed}\"; " : "";
            return $"Reported speech, not a quotation; {voice}{(place.Length > 0 ? $"see {place}; " : "")}corpus version {corpusVersion}";
        }

        protected override string Comma => ", ";

        protected override string Pages(IReadOnlyList<int> pages) => $"{(pages[0] == pages[^1] ? "p." : "pp.")} {Range(pages, "–")} of the file";

        protected override string Lines(IReadOnlyList<int> lines, bool isExtracted) => $"{(isExtracted ? "extracted text" : "source")} lines {Range(lines, "–")}";
    }
}
