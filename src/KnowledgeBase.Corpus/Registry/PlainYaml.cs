using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KnowledgeBase.Corpus.Registry;

/// <summary>
/// The events of a YAML file, as far as the corpus's files need them: a few levels, and no aliases. What nests without end would
/// fill the stack of whoever builds nodes of it, and a few aliases of aliases stand for more values than memory holds.
/// </summary>
/// <param name="inner">The library's parser.</param>
internal sealed class PlainYaml(IParser inner) : IParser
{
    // A registry entry with a scoped alias has four.
    private const int Deepest = 20;
    private int _depth;

    /// <inheritdoc/>
    public ParsingEvent? Current => inner.Current;

    /// <inheritdoc/>
    /// <exception cref="YamlException">The file is no YAML, nests deeper, or has an alias.</exception>
    public bool MoveNext()
    {
        if (!Advance())
            return false;
        var current = inner.Current!;
        _depth += current.NestingIncrease;
        if (current is AnchorAlias alias)
            throw new YamlException(current.Start, current.End, $"the alias *{alias.Value} is not read: write the value itself");
        if (_depth > Deepest)
            throw new YamlException(current.Start, current.End, $"values are nested more than {Deepest} deep");
        return true;
    }

    // Of some mistakes the library says something else than that they are one ("The scanner should contain no more tokens").
    private bool Advance()
    {
        try
        {
            return inner.MoveNext();
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            var place = inner.Current?.End ?? Mark.Empty;
            throw new YamlException(place, place, $"what follows cannot be read ({e.Message})", e);
        }
    }
}
