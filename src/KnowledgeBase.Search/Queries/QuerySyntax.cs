using System.Globalization;

namespace KnowledgeBase.Search.Queries;

/// <summary>A mistake in a query.</summary>
/// <param name="Column">1-based column in code points.</param>
/// <param name="Message">What is wrong there.</param>
public sealed record QueryMistake(int Column, string Message);

/// <summary>
/// Reads query text: words, "exact phrase", -not, OR, field:value, (…). Full-width marks count as half-width ones, for
/// they are what a Chinese keyboard types. Any text reads; <see cref="Mistakes"/> says what a strict reading objects to.
/// </summary>
public sealed class QuerySyntax
{
    /// <summary>The longest query that is read, in UTF-16 units; the rest is cut off and reported as a mistake.</summary>
    public const int MaxLength = 2000;

    private const int MaxDepth = 20;
    private const int MaxDistance = 100;

    // More terms than anybody types: the rest of a pasted page is cut off and reported as a mistake.
    private const int MaxTerms = 64;
    private readonly string _text;
    private readonly List<QueryMistake> _mistakes = [];
    private int _at;
    private int _depth;
    private int _terms;

    private QuerySyntax(string text)
    {
        _text = text.Length > MaxLength ? text[..MaxLength] : text;
        if (text.Length > MaxLength)
            Mistake(MaxLength, $"the query is longer than {MaxLength} characters");
        Root = ReadAll();
    }

    /// <summary>The fields that a query can name.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["speaker", "institution", "panel", "theme", "kind", "report"];

    /// <summary>What the query asks for.</summary>
    public QueryNode Root { get; }

    /// <summary>What a strict reading objects to, in order; the lenient reading took it as plain words.</summary>
    public IReadOnlyList<QueryMistake> Mistakes => _mistakes;

    /// <summary>Reads a query.</summary>
    public static QuerySyntax Read(string text) => new(text);

    private QueryNode ReadAll()
    {
        var parts = new List<QueryNode>();
        while (_at < _text.Length)
        {
            if (ReadOr() is { } part)
                parts.Add(part);
            // What stopped the reading at the top is a bracket that closes nothing.
            if (_at < _text.Length)
                Mistake(_at++, "this bracket closes nothing");
        }

        return parts is [var only] ? only : new QueryNode.And(parts);
    }

    private QueryNode? ReadOr()
    {
        var operands = new List<QueryNode>();
        if (ReadAnd() is { } first)
            operands.Add(first);
        while (AtOperator("OR"))
        {
            var start = _at;
            _at += 2;
            if (operands.Count == 0)
                Mistake(start, "OR needs a term on each side");
            if (ReadAnd() is { } next)
                operands.Add(next);
            else if (operands.Count > 0)
                Mistake(start, "OR needs a term on each side");
        }

        return operands switch { [] => null, [var only] => only, _ => new QueryNode.Or(operands) };
    }

    private QueryNode? ReadAnd()
    {
        var operands = new List<QueryNode>();
        var isStrict = false;
        while (true)
        {
            SkipBlank();
            if (_at >= _text.Length || IsClose(_text[_at]) || AtOperator("OR"))
                break;
            if (AtOperator("AND"))
            {
                isStrict = true;
                _at += 3;
            }
            else if (ReadUnary() is { } operand)
            {
                operands.Add(operand);
            }
        }

        return operands switch { [] => null, [var only] => only, _ => new QueryNode.And(operands, isStrict) };
    }

    private QueryNode? ReadUnary()
    {
        var negates = AtOperator("NOT") ? 3 : _text[_at] is '-' or '－' && _at + 1 < _text.Length && !char.IsWhiteSpace(_text[_at + 1]) ? 1 : 0;
        if (negates == 0)
            return ReadPrimary();
        var start = _at;
        _at += negates;
        SkipBlank();
        if (_at < _text.Length && !IsClose(_text[_at]) && ReadPrimary() is { } operand)
            return new QueryNode.Not(operand);
        Mistake(start, "nothing follows to be excluded");
        return null;
    }

    private QueryNode? ReadPrimary()
    {
        if (_text[_at] is '(' or '（')
            return ReadGroup();
        if (++_terms > MaxTerms)
        {
            Mistake(_at, $"the query has more than {MaxTerms} terms");
            _at = _text.Length;
            return null;
        }

        return IsQuote(_text[_at]) ? ReadPhrase() : ReadWord();
    }

    private QueryNode? ReadGroup()
    {
        var open = _at++;
        if (_depth >= MaxDepth)
        {
            Mistake(open, $"brackets are nested more than {MaxDepth} deep");
            return null;
        }

        _depth++;
        var inside = ReadOr();
        _depth--;
        if (_at < _text.Length && IsClose(_text[_at]))
            _at++;
        else
            Mistake(open, "this bracket is not closed");
        if (inside is null)
            Mistake(open, "the brackets hold no term");
        return inside;
    }

    private QueryNode? ReadPhrase()
    {
        var open = _at;
        var close = open + 1;
        while (close < _text.Length && !IsQuote(_text[close]))
            close++;
        _at = open + 1;
        if (close >= _text.Length)
        {
            // Leniently the mark is left out and the words go on.
            Mistake(open, "this quotation mark is not closed");
            return null;
        }

        _at = close + 1;
        var phrase = _text[(open + 1)..close].Trim();
        var distance = ReadDistance();
        if (phrase.Length > 0)
            return new QueryNode.Phrase(phrase, distance);
        Mistake(open, "the quotation marks hold no words");
        return null;
    }

    // "数据 隐私"~5
    private int? ReadDistance()
    {
        if (_at >= _text.Length || _text[_at] is not ('~' or '～'))
            return null;
        var start = _at++;
        var digits = _at;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
            _at++;
        if (int.TryParse(_text.AsSpan(digits, _at - digits), NumberStyles.None, CultureInfo.InvariantCulture, out var distance) && distance <= MaxDistance)
            return distance;
        Mistake(start, $"~ behind a phrase takes a distance from 0 to {MaxDistance}");
        return null;
    }

    private QueryNode? ReadWord()
    {
        var start = _at;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && !IsQuote(_text[_at]) && _text[_at] is not '(' and not '（' && !IsClose(_text[_at]))
        {
            if (_text[_at] is ':' or '：' && _at > start && Fields.Contains(_text[start.._at].ToLowerInvariant()))
                return ReadField(start);
            if (_text[_at] == ':' && _at > start && _text[start.._at].All(char.IsAsciiLetter))
                Mistake(start, $"there is no field \"{_text[start.._at]}\"; there are {string.Join(", ", Fields)}");
            _at++;
        }

        return new QueryNode.Word(_text[start.._at]);
    }

    private QueryNode? ReadField(int start)
    {
        var name = _text[start.._at].ToLowerInvariant();
        _at++;
        if (_at >= _text.Length || char.IsWhiteSpace(_text[_at]) || IsClose(_text[_at]))
        {
            Mistake(start, $"{name}: is followed by no value");
            return null;
        }

        var value = IsQuote(_text[_at]) ? ReadPhrase() : ReadWord();
        return value switch
        {
            QueryNode.Phrase phrase => new QueryNode.Field(name, phrase.Text),
            QueryNode.Word word => new QueryNode.Field(name, word.Text),
            _ => null,
        };
    }

    private bool AtOperator(string word)
    {
        SkipBlank();
        var end = _at + word.Length;
        return string.CompareOrdinal(_text, _at, word, 0, word.Length) == 0 && (end >= _text.Length || char.IsWhiteSpace(_text[end]) || _text[end] is '(' or '（');
    }

    private void SkipBlank()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            _at++;
    }

    private void Mistake(int at, string message) =>
        _mistakes.Add(new QueryMistake(_text.AsSpan(0, Math.Min(at, _text.Length)).ToString().EnumerateRunes().Count() + 1, message));

    private static bool IsQuote(char c) => c is '"' or '“' or '”' or '「' or '」' or '＂';

    private static bool IsClose(char c) => c is ')' or '）';
}
