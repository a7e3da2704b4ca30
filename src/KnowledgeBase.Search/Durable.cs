using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace KnowledgeBase.Search;

/// <summary>Makes sure that what was written is there after a loss of power, in the order in which it was written.</summary>
internal static class Durable
{
    /// <summary>Waits until a file's content is on the disk.</summary>
    public static void Flush(string file)
    {
        using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>Waits until the names in a folder are on the disk. Windows keeps them in order by itself.</summary>
    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        // .NET opens no folders.
        var opened = open(Encoding.UTF8.GetBytes(folder + "\0"), 0);
        if (opened < 0)
            throw new IOException($"The folder {folder} cannot be opened.");
        using var handle = new SafeFileHandle(opened, ownsHandle: true);
        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>Writes a file in one step: a reader sees the old one or the new one and nothing in between.</summary>
    public static void Replace(string path, string text)
    {
        var next = path + ".new";
        File.WriteAllText(next, text);
        Flush(next);
        File.Move(next, path, overwrite: true);
        FlushFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Gives a folder its final place, with all that is in it.</summary>
    public static void Move(string folder, string to)
    {
        foreach (var inside in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories).Append(folder))
            FlushFolder(inside);
        Directory.Move(folder, to);
        FlushFolder(Path.GetDirectoryName(to)!);
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int open(byte[] path, int flags);
}
