using System.Text.Encodings.Web;
using KnowledgeBase.Corpus.Text;
using Microsoft.AspNetCore.Html;

namespace KnowledgeBase.Api.Pages;

/// <summary>Text as HTML with ranges marked; everything in it is encoded.</summary>
/// <param name="text">The text.</param>
/// <param name="part">The part of it to show, in code points.</param>
/// <param name="marks">The ranges to mark, in code points of the text and in order.</param>
/// <param name="anchor">The id of the first mark; null for none.</param>
internal sealed class MarkedText(string text, CodePointRange part, IReadOnlyList<CodePointRange> marks, string? anchor = null) : IHtmlContent
{
    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var points = new CodePointIndex(text);
        var at = part.Start;
        var id = anchor is null ? "" : $" id=\"{anchor}\"";
        foreach (var mark in marks.Where(IsShown))
        {
            Write(Math.Max(at, Math.Min(mark.Start, part.End)));
            writer.Write($"<mark{id}>");
            id = "";
            Write(Math.Min(mark.End, part.End));
            writer.Write("</mark>");
        }

        Write(part.End);

        // An empty line is marked too, so that a link to it has somewhere to go.
        bool IsShown(CodePointRange mark) => mark.Start == mark.End
            ? mark.Start >= part.Start && mark.End <= part.End
            : mark.End > part.Start && mark.Start < part.End;

        void Write(int end)
        {
            if (end > at)
                encoder.Encode(writer, text[points.ToUnit(at)..points.ToUnit(end)]);
            at = Math.Max(at, end);
        }
    }
}
