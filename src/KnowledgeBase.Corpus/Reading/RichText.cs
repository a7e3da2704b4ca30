using System.Text;

namespace KnowledgeBase.Corpus.Reading;

/// <summary>
/// The words of one paragraph, heading or cell with what is bold and on which page each stands, as they are gathered from
/// a file. White space is collapsed; a line feed is a line break that the document makes.
/// </summary>
internal sealed class RichText
{
    private readonly StringBuilder _text = new();
    private readonly List<(bool Bold, int Page)> _marks = [];

    /// <summary>The words.</summary>
    public string Text => _text.ToString();

    /// <summary>Whether there are no words.</summary>
    public bool IsEmpty => _text.Length == 0;

    /// <summary>Whether a character is in bold type.</summary>
    public bool IsBold(int index) => index >= 0 && index < _marks.Count && _marks[index].Bold;

    /// <summary>The page of a character; 0 where there are none.</summary>
    public int Page(int index) => _marks[index].Page;

    /// <summary>
    /// Adds words. A line of the file's source that ends between two Chinese characters ends nowhere: 人工\n智能 is one
    /// word; any other white space is one space.
    /// </summary>
    public void Append(string words, bool bold = false, int page = 0)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!IsBlank(words[i]))
            {
                Add(words[i], bold, page);
                continue;
            }

            var hasFeed = false;
            var start = i;
            for (; i < words.Length && IsBlank(words[i]); i++)
                hasFeed |= words[i] is '\n' or '\r';
            i--;
            var isInChinese = hasFeed && IsChinese(start > 0 ? words[start - 1] : Last) && i + 1 < words.Length && IsChinese(words[i + 1]);
            if (!isInChinese && Last is not ('\0' or ' ' or '\n'))
                Add(' ', bold, page);
        }
    }

    /// <summary>A line break that the document makes.</summary>
    public void Break()
    {
        TrimEnd();
        if (_text.Length > 0)
            Add('\n', false, _marks[^1].Page);
    }

    /// <summary>Adds other words behind these.</summary>
    public void Append(RichText other)
    {
        for (var i = 0; i < other._text.Length; i++)
            Add(other._text[i], other._marks[i].Bold, other._marks[i].Page);
    }

    /// <summary>The same words from a character on.</summary>
    public RichText From(int start)
    {
        var rest = new RichText();
        for (var i = start; i < _text.Length; i++)
            rest.Add(_text[i], _marks[i].Bold, _marks[i].Page);
        return rest;
    }

    /// <summary>The same words with nothing bold.</summary>
    public RichText Plain()
    {
        var plain = new RichText();
        for (var i = 0; i < _text.Length; i++)
            plain.Add(_text[i], false, _marks[i].Page);
        return plain;
    }

    /// <summary>Takes the last character away: the hyphen of a word that goes on.</summary>
    public void RemoveLast()
    {
        _text.Length--;
        _marks.RemoveAt(_marks.Count - 1);
    }

    /// <summary>The last character; NUL where there is none.</summary>
    public char Last => _text.Length > 0 ? _text[^1] : '\0';

    /// <summary>Whether a character is Chinese, or a mark that Chinese writes without spaces around it.</summary>
    public static bool IsChinese(char c) => c >= '\u2E80';

    // Not the ideographic space, nor the wide ones, which indent paragraphs.
    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f' or '\v' or '\u00A0';

    private void Add(char c, bool bold, int page)
    {
        _text.Append(c);
        _marks.Add((bold, page));
    }

    private void TrimEnd()
    {
        while (Last == ' ')
            RemoveLast();
    }
}
