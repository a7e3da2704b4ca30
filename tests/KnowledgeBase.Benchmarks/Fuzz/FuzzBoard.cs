using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace KnowledgeBase.Fuzz;

/// <summary>
/// Where a process that feeds inputs writes what it is at, so that it is known however it ends: .NET cannot catch a stack
/// that is full. A file in memory: nothing is written to a disk.
/// </summary>
internal sealed class FuzzBoard : IDisposable
{
    private const int InputAt = 256;
    private static readonly int NumberAt = Marshal.SizeOf<FuzzFigures>();

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    /// <summary>Opens the board of a file, or makes it.</summary>
    public FuzzBoard(string path)
    {
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, null, InputAt + (4 * 1024 * 1024));
        _view = _file.CreateViewAccessor();
    }

    /// <summary>The figures.</summary>
    public FuzzFigures Figures
    {
        get
        {
            _view.Read<FuzzFigures>(0, out var figures);
            return figures;
        }
        set => _view.Write(0, ref value);
    }

    /// <summary>The number of the input that is being fed, and the input.</summary>
    public (int Number, byte[] Input) Current
    {
        get
        {
            var input = new byte[_view.ReadInt32(NumberAt + 4)];
            _view.ReadArray(InputAt, input, 0, input.Length);
            return (_view.ReadInt32(NumberAt), input);
        }
        set
        {
            var length = Math.Min(value.Input.Length, (int)_view.Capacity - InputAt);
            _view.Write(NumberAt, value.Number);
            _view.Write(NumberAt + 4, length);
            _view.WriteArray(InputAt, value.Input, 0, length);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }
}
