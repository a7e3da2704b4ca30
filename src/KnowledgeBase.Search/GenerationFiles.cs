namespace KnowledgeBase.Search;

/// <summary>The files of a generation.</summary>
internal sealed record GenerationFiles(string Folder)
{
    public string Name => Path.GetFileName(Folder);

    public string Lucene => Path.Combine(Folder, "lucene");

    public string Manifest => Path.Combine(Folder, "manifest.json");

    public string Seal => Path.Combine(Folder, "files.sha256");

    public string Golden => Path.Combine(Folder, "golden-queries.json");

    public string Analysis => Path.Combine(Folder, "analysis.json");

    public string Errors => Path.Combine(Folder, "errors.json");

    public string Diagnostics => Path.Combine(Folder, "diagnostics.json");

    public string Catalogue => Path.Combine(Folder, "catalogue.json");

    public string Sources => Path.Combine(Folder, "sources");

    public string Source(string report) => Path.Combine(Sources, report + ".txt");

    public string Pages(string report) => Path.Combine(Sources, report + ".pages.json");

    public string Audits => Path.Combine(Folder, "audits");

    public string Audit(string report) => Path.Combine(Audits, report + ".json");
}
