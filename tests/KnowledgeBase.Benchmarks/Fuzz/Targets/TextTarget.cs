using System.Runtime.InteropServices;

namespace KnowledgeBase.Fuzz.Targets;

/// <summary>A target that takes a text, as .NET holds it: half a character too. A file that keeps one is UTF-16, little endian.</summary>
internal abstract class TextTarget(IEnumerable<string> seeds, IEnumerable<string> tokens) : FuzzTarget
{
    private readonly Mutator<char> _mutator = new([.. seeds.Select(seed => seed.ToCharArray())], [.. tokens.Select(token => token.ToCharArray())]);

    /// <inheritdoc/>
    public override string Ending => ".utf16.txt";

    /// <inheritdoc/>
    public sealed override byte[] Make(Random random, int number) => MemoryMarshal.AsBytes<char>(_mutator.Make(random, number)).ToArray();

    /// <inheritdoc/>
    public sealed override bool Feed(byte[] input) => Feed(new string(MemoryMarshal.Cast<byte, char>(input)));

    /// <summary>Feeds a text.</summary>
    protected abstract bool Feed(string text);
}
