using Lucene.Net.Documents;

namespace KnowledgeBase.Search;

/// <summary>Makes a field type unchangeable in one expression.</summary>
internal static class FieldTypes
{
    public static FieldType Frozen(this FieldType type)
    {
        type.Freeze();
        return type;
    }
}
