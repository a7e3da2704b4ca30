using KnowledgeBase.Corpus.Text;

namespace KnowledgeBase.Corpus.Reading;

/// <summary>
/// Sets the inline markup of one Markdown line aside: emphasis, links, pictures, code marks, escapes, HTML tags. It is
/// more lenient than CommonMark where Chinese needs it: **“引号”**文字 is bold although no space follows.
/// </summary>
internal sealed class InlineMarkup
{
    private static readonly HashSet<string> Tags = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "b", "big", "blockquote", "br", "center", "code", "col", "dd", "del", "div", "dl", "dt", "em", "figcaption",
        "figure", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "li", "mark", "ol", "p", "s", "small",
        "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "u", "ul",
    };

    private const int LongestLink = 2000;
    private readonly string _source;
    private readonly int _end;
    private readonly List<TextSpan> _kept = [];
    private readonly List<TextSpan> _bold = [];
    private int _position;
    private int _keptFrom;
    private int _keptLength;
    private int _boldFrom = -1;
    private int _italicUntil = -1;

    private InlineMarkup(string source, TextSpan line)
    {
        _source = source;
        _end = line.End;
        _position = _keptFrom = line.Start;
    }

    /// <summary>The words of <paramref name="line"/> and, in units of these words, what is bold.</summary>
    public static (MappedText Text, IReadOnlyList<TextSpan> Bold) Read(string source, TextSpan line)
    {
        var markup = new InlineMarkup(source, line);
        markup.Scan();
        return (MappedText.From(source, markup._kept), markup._bold);
    }

    private void Scan()
    {
        while (_position < _end)
        {
            var skip = SkipAt(_source[_position]);
            if (skip > 0)
                Skip(skip);
            else
                _position++;
        }

        Skip(0);
    }

    // How many characters at the position are markup; 0 where the character is a word's.
    private int SkipAt(char c) => c switch
    {
        '\\' when _position + 1 < _end && (char.IsAsciiLetterOrDigit(_source[_position + 1]) || _source[_position + 1] > 127) => 0,
        '\\' => Escape(),
        '`' => 1,
        '*' or '_' => Emphasis(c),
        '!' when Next(1) == '[' => Link(_position + 1) is > 0 and var length ? length + 1 : 0,
        '[' when Link(_position) > 0 => 1,
        ']' when Next(1) == '(' => LinkTarget(_position + 1) is > 0 and var length ? length + 1 : 0,
        '<' => Tag(),
        '>' when IsAutolinkEnd() => 1,
        '&' => Space(),
        '\uFEFF' or '\u200B' => 1,
        _ => 0,
    };

    private char Next(int offset) => _position + offset < _end ? _source[_position + offset] : '\0';

    private void Skip(int length)
    {
        if (_position > _keptFrom)
            _kept.Add(new TextSpan(_keptFrom, _position));
        _keptLength += _position - _keptFrom;
        _position += length;
        _keptFrom = _position;
    }

    // "\*": the backslash goes, the star is a word's.
    private int Escape()
    {
        if (_position + 1 >= _end)
            return 0;
        Skip(1);
        return 0;
    }

    private int Emphasis(char mark)
    {
        if (Next(1) == mark && mark == '*')
            return Strong();

        if (_position == _italicUntil)
            return 1;
        if (_position < _italicUntil || char.IsWhiteSpace(Next(1)) || (mark == '_' && !IsWordBoundary(_position - 1)))
            return 0;
        var close = _source.IndexOf(mark, _position + 1, _end - _position - 1);
        if (close < 0 || close == _position + 1 || char.IsWhiteSpace(_source[close - 1]) || (mark == '_' && !IsWordBoundary(close + 1)))
            return 0;
        _italicUntil = close;
        return 1;
    }

    private int Strong()
    {
        var here = _keptLength + _position - _keptFrom;
        if (_boldFrom >= 0)
        {
            if (_boldFrom < here)
                _bold.Add(new TextSpan(_boldFrom, here));
            _boldFrom = -1;
            return 2;
        }

        if (_source.IndexOf("**", _position + 2, _end - _position - 2, StringComparison.Ordinal) < 0)
            return 0;
        _boldFrom = here;
        return 2;
    }

    // The length of "[label](target)" from '[' on, or 0.
    private int Link(int open)
    {
        var close = _source.IndexOf(']', open, Math.Min(_end - open, LongestLink));
        return close > 0 && LinkTarget(close + 1) is > 0 and var length ? close + 1 + length - open : 0;
    }

    // The length of "(target)", or 0. 微软[美国](中国) is no link: a target is an address without Chinese.
    private int LinkTarget(int open)
    {
        if (open >= _end || _source[open] != '(')
            return 0;
        var close = _source.IndexOf(')', open, Math.Min(_end - open, LongestLink));
        return close > open && !_source.AsSpan(open, close - open).ContainsAnyInRange('\u2E80', '\u9FFF') ? close - open + 1 : 0;
    }

    private int Tag()
    {
        var close = _source.IndexOf('>', _position, Math.Min(_end - _position, LongestLink));
        if (close < 0)
            return 0;
        var inner = _source.AsSpan(_position + 1, close - _position - 1).Trim('/');
        if (IsAddress(inner))
            return 1;
        var name = inner.IndexOf(' ') is > 0 and var space ? inner[..space] : inner;
        return Tags.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name) ? close - _position + 1 : 0;
    }

    private bool IsAutolinkEnd()
    {
        var open = _source.LastIndexOf('<', _position, Math.Min(_position + 1, LongestLink));
        return open >= 0 && IsAddress(_source.AsSpan(open + 1, _position - open - 1));
    }

    private static bool IsAddress(ReadOnlySpan<char> text) => !text.ContainsAny(' ', '\n') &&
        (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
         || text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase));

    private int Space()
    {
        foreach (var entity in (ReadOnlySpan<string>)["&nbsp;", "&emsp;", "&ensp;"])
        {
            if (string.CompareOrdinal(_source, _position, entity, 0, entity.Length) == 0 && _position + entity.Length <= _end)
                return entity.Length;
        }

        return 0;
    }

    private bool IsWordBoundary(int index) => index < 0 || index >= _end || !char.IsLetterOrDigit(_source[index]);
}
