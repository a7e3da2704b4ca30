using System.Xml.Linq;

namespace KnowledgeBase.Fuzz;

/// <summary>Changes a document's elements and keeps it well-formed, so that what reads it sees more than a syntax error.</summary>
internal static class XmlMutator
{
    private static readonly string[] Values = ["", "0", "1", "-1", "8", "9", "10", "255", "65536", "2147483647", "-2147483648", "99999999999", "true", "off", "none", "bullet", "upperRoman", "ideographTraditional", "chineseCounting", "decimalEnclosedCircle", "%1%2%9", "%0", "heading 1", "字"];

    /// <summary>A document with some changes.</summary>
    public static string Change(string xml, Random random)
    {
        var document = XDocument.Parse(xml, LoadOptions.PreserveWhitespace);
        do
        {
            Change(document.Root!, random);
        }
        while (random.Next(3) > 0);
        return document.ToString(SaveOptions.DisableFormatting);
    }

    private static void Change(XElement root, Random random)
    {
        XElement[] all = [.. root.DescendantsAndSelf()];
        var (one, other) = (all[random.Next(all.Length)], all[random.Next(all.Length)]);
        switch (random.Next(9))
        {
            case 0 when one.Parent is not null:
                one.Remove();
                break;
            case 1:
                one.AddAfterSelfOrInside(new XElement(one), random.Next(32) == 0 ? 500 : 1);
                break;
            case 2:
                other.Add(new XElement(one));
                break;
            case 3:
                var name = one.Name;
                (one.Name, other.Name) = (other.Name, name);
                break;
            case 4:
                one.Name = other.Name;
                break;
            case 5 when one.Parent is not null:
                one.AddBeforeSelf(one.Nodes());
                one.Remove();
                break;
            case 6:
                one.ReplaceNodes(new XElement(one.Name, one.Attributes(), one.Nodes()));
                break;
            default:
                if (all.SelectMany(element => element.Attributes()).Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name.Namespace != XNamespace.Xml).ToList() is { Count: > 0 } attributes)
                    attributes[random.Next(attributes.Count)].Value = Values[random.Next(Values.Length)];
                break;
        }
    }

    private static void AddAfterSelfOrInside(this XElement element, XElement what, int times)
    {
        for (var i = 0; i < times; i++)
        {
            if (element.Parent is null)
                element.Add(new XElement(what));
            else
                element.AddAfterSelf(new XElement(what));
        }
    }
}
