using System.Text;
using System.Xml;

namespace KnowledgeBase.Research.Tei;

/// <summary>Small conveniences for writing TEI.</summary>
internal static class TeiXml
{
    /// <summary>The namespace of all elements.</summary>
    public const string Namespace = "http://www.tei-c.org/ns/1.0";

    // Text must come back as it was: nothing is indented. Lines are ended by hand.
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize };

    /// <summary>A writer that never indents.</summary>
    public static XmlWriter Create(Stream output) => XmlWriter.Create(output, Settings);

    /// <summary>
    /// An xml:id: kind, dot, id; what XML does not allow in a name is encoded (a space: _x0020_). The kind keeps a person
    /// and an institution of one id apart, and lets an id begin with a digit.
    /// </summary>
    public static string Id(string kind, string id) => $"{kind}.{XmlConvert.EncodeLocalName("x" + id)[1..]}";

    /// <summary>A reference to such an id.</summary>
    public static string Ref(string kind, string id) => $"#{Id(kind, id)}";

    /// <summary>1 statement, 2 statements.</summary>
    public static string Statements(int count) => $"{count} {(count == 1 ? "statement" : "statements")}";

    /// <summary>An element with text only; nothing where there is none.</summary>
    public static void Element(this XmlWriter xml, string name, string? text, params (string Name, string? Value)[] attributes)
    {
        if (text is null)
            return;
        xml.Start(name, attributes);
        xml.WriteString(Allowed(text));
        xml.WriteEndElement();
    }

    /// <summary>Opens an element; attributes without value are left out.</summary>
    public static void Start(this XmlWriter xml, string name, params (string Name, string? Value)[] attributes)
    {
        xml.WriteStartElement(name, Namespace);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null && attribute.StartsWith("xml:", StringComparison.Ordinal))
                xml.WriteAttributeString("xml", attribute[4..], null, Allowed(value));
            else if (value is not null)
                xml.WriteAttributeString(attribute, Allowed(value));
        }
    }

    /// <summary>Ends the element and the line.</summary>
    public static void End(this XmlWriter xml)
    {
        xml.WriteEndElement();
        xml.WriteWhitespace("\n");
    }

    /// <summary>Writes text that may hold anything.</summary>
    public static void Text(this XmlWriter xml, ReadOnlySpan<char> text) => xml.WriteString(Allowed(text.ToString()));

    // XML has no place for most control characters and for half a surrogate pair: U+FFFD stands for each.
    private static string Allowed(string text)
    {
        var allowed = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                allowed.Append(text[i]).Append(text[++i]);
            else
                allowed.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
        }

        return allowed.ToString();
    }
}
