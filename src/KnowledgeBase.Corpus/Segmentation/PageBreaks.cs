using KnowledgeBase.Corpus.Reading;
using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Segmentation;

/// <summary>
/// The second stage: lines become passages. A sentence that a line end or a page break cuts ("共建具有广 / 泛共识的") is
/// joined with nothing; Latin words keep the line feed between them.
/// </summary>
internal sealed class PageBreaks
{
    private const int ShortestCutText = 24;

    // What is longer is no name with its offices any more, and would be read anew with each of its lines.
    private const int LongestEntry = 1000;
    private readonly SourceText _source;
    private readonly DiagnosticList _diagnostics;
    private readonly IReadOnlyList<OutlinedBlock> _lines;
    private readonly List<Passage> _passages = [];
    private Draft? _draft;

    private PageBreaks(SourceText source, IReadOnlyList<OutlinedBlock> lines, DiagnosticList diagnostics)
    {
        _source = source;
        _lines = lines;
        _diagnostics = diagnostics;
    }

    /// <summary>The passages of a report in order, headings and furniture among them.</summary>
    public static IReadOnlyList<Passage> Rejoin(SourceText source, Outline outline, DiagnosticList diagnostics)
    {
        var stage = new PageBreaks(source, outline.Blocks, diagnostics);
        for (var i = 0; i < stage._lines.Count; i++)
            stage.Add(i);
        stage.Close();
        return stage._passages;
    }

    private void Add(int index)
    {
        var line = _lines[index];
        var kind = LineKinds.Of(line);
        if (kind == PassageKind.Furniture)
        {
            // A page number between two halves of a sentence does not keep them apart.
            _passages.Add(Passage.Of(line, kind));
            return;
        }

        if (_draft is not null && Continues(_draft, line, kind))
        {
            if (line.Block.FollowsBlank && kind == PassageKind.Prose)
                _diagnostics.Note("KB102", line.Block.Text.SourceStart, $"a page break inside a sentence was closed: …{Tail(_draft.LastLine)}|{Head(line.Block.Text.Text)}…");
            _draft.Join(Gap(_draft, line.Block), line.Block);
            return;
        }

        Close();
        _draft = new Draft(line, kind, WidestFrom(index), _passages.Count);
    }

    private void Close()
    {
        if (_draft is not null)
            _passages.Insert(_draft.Index, _draft.ToPassage());
        _draft = null;
    }

    private static bool Continues(Draft draft, OutlinedBlock line, PassageKind kind)
    {
        if (draft.Kind != kind || draft.Section != line.Section || line.Block.IsItem || line.Block.Mark is not null
            || line.Block.Kind == BlockKind.TableRow || draft.Blocks[^1].Kind == BlockKind.TableRow)
            return false;
        return kind switch
        {
            PassageKind.Roster => Roster.ContinuesEntry(draft.Blocks[0], draft.LastLine, Passage.Of(line, kind), () => draft.Length > LongestEntry ? null : draft.ToPassage()),
            PassageKind.Prose => IsCut(draft, line.Block),
            _ => false,
        };
    }

    private static bool IsCut(Draft draft, Block next)
    {
        var text = next.Text.Text;
        if (draft.LastLine.Length == 0 || text.Length == 0 || EndsSentence(draft.LastLine) || Numbering.Read(text).Style != NumberStyle.None)
            return false;
        // 主辦：… / 主持：…: the lines of a head stand one below the other.
        if (Captions.Is(draft.LastLine) || Captions.Is(text) || LabelLine.Read(next) is { IsNever: true } or { IsRole: true })
            return false;
        if (BeginsInsideSentence(text[0]) || draft.LastLine[^1] is '，' or ',' or '、' or '（' or '(' or '“' or '《')
            return true;

        // A short line without any punctuation is a caption, a name or a subtitle, not a cut sentence, unless somebody
        // has begun to speak in it: "…研究员南吉拉·桑布利认为联合国 / 是唯一一个…".
        var isRunning = draft.Length >= ShortestCutText && draft.HasPunctuation;
        if (!next.FollowsBlank)
            return isRunning || draft.LastLineIsFull;
        isRunning = isRunning || Openings.LooksLikeOne(draft.FoldedIfShort());
        return isRunning && (!Openings.LooksLikeOne(Folding.Fold(text)) || Titles.IsListOfOffices(draft.FoldedIfShort()));
    }

    private static bool EndsSentence(string text)
    {
        var end = text.AsSpan().TrimEnd();
        // 我们休息一下。（鼓掌）: a remark behind the sentence does not open it again.
        if (end is [.., '）' or ')'] && end.LastIndexOfAny("（(") is > 0 and var open && end[open - 1] is '。' or '！' or '？' or '.' or '!' or '?')
            return true;
        end = end.TrimEnd("”’」』\"'）)》 ");
        return end.IsEmpty || end[^1] is '。' or '！' or '？' or '!' or '?' or '…' or '；' or ';' or '：' or ':'
            || (end[^1] == '.' && (end.Length < 2 || !char.IsUpper(end[^2])));
    }

    // A closing mark or a small Latin letter cannot begin a paragraph.
    private static bool BeginsInsideSentence(char c) =>
        c is '，' or '。' or '、' or '；' or '：' or '）' or ')' or '”' or '’' or '」' or '》' or ',' or ';' or '.' || char.IsAsciiLetterLower(c);

    // Between two Latin words the line feed of the source stands for the space; Chinese needs none.
    private MappedText Gap(Draft draft, Block next)
    {
        var (last, first) = (draft.LastLine[^1], next.Text.Text[0]);
        var feed = _source.Text.IndexOf('\n', draft.Blocks[^1].Text.SourceEnd);
        var isLatin = last < 0x2E80 && first < 0x2E80 && last != '-';
        return isLatin && feed >= 0 && feed < next.Text.SourceStart
            ? MappedText.From(_source.Text, [new TextSpan(feed, feed + 1)])
            : MappedText.Empty;
    }

    // The widest line of the paragraph that begins at the line, up to the next blank one.
    private int WidestFrom(int index)
    {
        var widest = Width(_lines[index].Block.Text.Text);
        for (var i = index + 1; i < _lines.Count && i < index + 50 && !_lines[i].Block.FollowsBlank; i++)
            widest = Math.Max(widest, Width(_lines[i].Block.Text.Text));
        return widest;
    }

    private static int Width(string text) => text.Sum(c => c < 0x2E80 ? 1 : 2);

    private static string Tail(string text) => text[Math.Max(0, text.Length - 8)..];

    private static string Head(string text) => text[..Math.Min(8, text.Length)];

    // A passage while its lines are gathered.
    private sealed class Draft
    {
        private readonly OutlinedBlock _first;
        private readonly List<MappedText> _parts;
        private readonly List<int> _pageBreaks = [];
        private readonly int _widest;

        public Draft(OutlinedBlock first, PassageKind kind, int widest, int index)
        {
            (_first, Kind, _widest, Index) = (first, kind, widest, index);
            _parts = [first.Block.Text];
            Blocks = [first.Block];
            Length = first.Block.Text.Text.Length;
            HasPunctuation = Punctuated(LastLine);
        }

        public PassageKind Kind { get; }

        public int Index { get; }

        public List<Block> Blocks { get; }

        public Section? Section => _first.Section;

        public int Length { get; private set; }

        public bool HasPunctuation { get; private set; }

        public string LastLine => Blocks[^1].Text.Text;

        // A line much shorter than its neighbours was ended on purpose.
        public bool LastLineIsFull => _widest >= ShortestCutText && Width(LastLine) * 10 >= _widest * 7;

        public void Join(MappedText gap, Block next)
        {
            if (next.FollowsBlank)
                _pageBreaks.Add(Length);
            _parts.Add(gap);
            _parts.Add(next.Text);
            Blocks.Add(next);
            Length += gap.Text.Length + next.Text.Text.Length;
            HasPunctuation |= Punctuated(LastLine);
        }

        public string FoldedIfShort() => Length > 300 ? "" : ToPassage().Folded;

        public Passage ToPassage() => Passage.Of(_first, Kind, _parts, Blocks, _pageBreaks);

        private static bool Punctuated(string text) => text.AsSpan().ContainsAny("，,、。；;");
    }
}
