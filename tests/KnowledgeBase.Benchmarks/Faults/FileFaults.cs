namespace KnowledgeBase.Faults;

/// <summary>What happens to the files of an index: bytes flip, ends are cut off, files go, rights are taken away.</summary>
internal static class FileFaults
{
    /// <summary>
    /// Damages every file of the index folder: of the published generation, whose predecessor must answer then, of that one, and those
    /// beside them.
    /// </summary>
    /// <param name="trial">The index.</param>
    /// <param name="isThorough">Whether several places of each file are tried and a build follows each file; otherwise one place, and a build at the end.</param>
    public static void Damage(FaultTrial trial, bool isThorough)
    {
        foreach (var (isPublished, name) in FilesOf(trial))
        {
            // A build made other generations meanwhile; the files of a generation are called the same in each.
            var path = PathOf(trial, isPublished, name);
            if (path is null || !File.Exists(path) || new FileInfo(path).Length == 0)
                continue;
            var bytes = File.ReadAllBytes(path);
            foreach (var (what, content) in DamagesOf(bytes, trial.Random, isThorough))
            {
                Write(path, content);
                var fault = $"{name} {what}";
                trial.Count($"file {what.Split(' ')[0]}");
                var damaged = isPublished ? trial.Index.Published : null;
                if (trial.MustAnswer(fault) is { } served && served == damaged)
                    trial.Fail($"{fault}: it was not noticed");
            }

            // The last damage stays: the next build must succeed in spite of it.
            if (isThorough)
                trial.MustBuild($"{name} damaged");
            else
                Write(path, bytes);
        }

        if (!isThorough)
            trial.MustBuild("damaged and mended files");
    }

    /// <summary>Takes rights on folders and files away, one at a time; false where they cannot be: root passes over them.</summary>
    public static bool TakeRights(FaultTrial trial)
    {
        if (OperatingSystem.IsWindows() || WithoutPowers() is not { } before)
            return false;
        var folder = trial.Index.Folder;
        foreach (var name in (string[])["", "generations", "current", "build.lock", "segmented", "{}", "{}/lucene", "{}/catalogue.json", "{}/files.sha256"])
        {
            foreach (var mode in (UnixFileMode[])[UnixFileMode.None, UnixFileMode.UserRead | UnixFileMode.UserExecute])
            {
                var path = Path.Combine(folder, name.Replace("{}", $"generations/{trial.Index.Published}", StringComparison.Ordinal));
                var rights = File.GetUnixFileMode(path);
                var fault = $"rights on {(name.Length == 0 ? "the index folder" : name)} cut to {mode}";
                trial.Count("rights taken away");
                File.SetUnixFileMode(path, mode);
                try
                {
                    // What hides every generation leaves nothing to answer from; all else must.
                    var hidden = mode == UnixFileMode.None && name is "" or "generations";
                    using var search = KbProcess.Run(["search", "元宇宙", "--index", folder], before);
                    if (!(hidden ? search.ExitCode == 2 : search.ExitCode == 0 && search.Output.Length > 0))
                        trial.Fail($"{fault}: kb search ended with {search.ExitCode}: {search.Errors}");
                    using var build = KbProcess.Run(trial.NextBuild(), before);
                    trial.MayFail(fault, build);
                }
                finally
                {
                    if (Path.Exists(path))
                        File.SetUnixFileMode(path, rights);
                }

                trial.MustAnswer(fault);
                trial.MustBuild(fault);
            }
        }

        return true;
    }

    // Root passes over rights, unless the process gives up its powers.
    private static string[]? WithoutPowers() =>
        Environment.IsPrivilegedProcess ? (File.Exists("/usr/bin/setpriv") ? ["/usr/bin/setpriv", "--bounding-set", "-all", "--"] : null) : [];

    private static List<(bool IsPublished, string Name)> FilesOf(FaultTrial trial)
    {
        var published = trial.Index.PublishedFolder!;
        var names = Directory.EnumerateFiles(published, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(published, path)).Order(StringComparer.Ordinal).ToList();
        var beside = Directory.EnumerateFiles(trial.Index.Folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(trial.Index.Folder, path)).Where(name => !name.StartsWith("generations", StringComparison.Ordinal));
        return [.. names.Select(name => (true, name)), .. names.Select(name => (false, $"{{before}}/{name}")), .. beside.Select(name => (false, name))];
    }

    private static string? PathOf(FaultTrial trial, bool isPublished, string name)
    {
        var history = File.ReadAllLines(Path.Combine(trial.Index.Folder, "current"));
        return isPublished ? Path.Combine(trial.Index.PublishedFolder!, name)
            : !name.StartsWith("{before}", StringComparison.Ordinal) ? Path.Combine(trial.Index.Folder, name)
            : history.Length < 2 ? null : Path.Combine(trial.Index.Folder, "generations", name.Replace("{before}", history[1], StringComparison.Ordinal));
    }

    private static IEnumerable<(string What, byte[]? Content)> DamagesOf(byte[] bytes, Random random, bool isThorough)
    {
        int[] places = isThorough ? [0, bytes.Length / 2, bytes.Length - 1, random.Next(bytes.Length), random.Next(bytes.Length)] : [random.Next(bytes.Length)];
        foreach (var at in places)
        {
            var flipped = bytes.ToArray();
            flipped[at] ^= (byte)(1 << random.Next(8));
            yield return ($"flipped at byte {at} of {bytes.Length}", flipped);
        }

        foreach (var at in places.Where(at => at < bytes.Length))
            yield return ($"cut after {at} of {bytes.Length} bytes", bytes[..at]);
        if (isThorough)
            yield return ("removed", null);
    }

    private static void Write(string path, byte[]? content)
    {
        if (content is null)
            File.Delete(path);
        else
            File.WriteAllBytes(path, content);
    }
}
