using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace KnowledgeBase.Corpus.Registry;

/// <summary>
/// The events of a YAML file, as far as the corpus's files need them: a few levels, and aliases (*field) of plain values. What nests
/// without end would fill the stack of whoever builds nodes of it, and ten aliases of aliases stand for more values than
/// memory holds.
/// </summary>
internal sealed class PlainYaml : IParser
{
    // A registry entry with a scoped alias has four.
    private const int Deepest = 20;
    private const int MostAliased = 100_000;
    private readonly IParser _inner;
    private readonly Stack<(AnchorName Anchor, int Start)> _open = new();
    private readonly Dictionary<AnchorName, int> _sizes = [];
    private int _events;
    private int _anchored;
    private int _aliased;

    private PlainYaml(IParser inner) => _inner = inner;

    /// <summary>Reads a file.</summary>
    /// <exception cref="YamlException">The file is no YAML, nests deeper, or its aliases stand for too much.</exception>
    public static YamlStream Load(TextReader file)
    {
        var events = new PlainYaml(new Parser(file));
        try
        {
            var stream = new YamlStream();
            stream.Load(events);
            return stream;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // Of some mistakes the library says something else than that they are one ("The scanner should contain no more tokens").
            var place = events.Current?.End ?? Mark.Empty;
            throw new YamlException(place, place, $"what follows cannot be read ({e.Message.ReplaceLineEndings(" ")})", e);
        }
    }

    /// <inheritdoc/>
    public ParsingEvent? Current => _inner.Current;

    /// <inheritdoc/>
    /// <exception cref="YamlException">The file is no YAML, nests deeper, or its aliases stand for too much.</exception>
    public bool MoveNext()
    {
        if (!_inner.MoveNext())
            return false;
        _events++;
        switch (_inner.Current)
        {
            case AnchorAlias alias:
                Stand(alias);
                break;
            case Scalar { Anchor: { IsEmpty: false } anchor }:
                _sizes[anchor] = 1;
                break;
            case NodeEvent collection and (SequenceStart or MappingStart):
                Open(collection);
                break;
            case SequenceEnd or MappingEnd:
                Close();
                break;
        }

        return true;
    }

    private void Open(NodeEvent collection)
    {
        _open.Push((collection.Anchor, _events));
        _anchored += collection.Anchor.IsEmpty ? 0 : 1;
        if (_open.Count > Deepest)
            throw Refusal(collection, $"values are nested more than {Deepest} deep");
    }

    private void Close()
    {
        var (anchor, start) = _open.Pop();
        if (anchor.IsEmpty)
            return;
        _anchored--;
        _sizes[anchor] = _events - start;
    }

    private void Stand(AnchorAlias alias)
    {
        if (_anchored > 0)
            throw Refusal(alias, $"the alias *{alias.Value} stands inside a value that has an anchor itself: write the value out");
        if ((_aliased += _sizes.GetValueOrDefault(alias.Value)) > MostAliased)
            throw Refusal(alias, string.Create(CultureInfo.InvariantCulture, $"the aliases up to *{alias.Value} stand for more than {MostAliased:#,0} values"));
    }

    private static YamlException Refusal(ParsingEvent at, string message) => new(at.Start, at.End, message);
}
