using System.Text.Json.Serialization;

namespace KnowledgeBase.Corpus.Reading.Pdf;

/// <summary>What a process found in a PDF; <see cref="ExtractedText"/> says what the members are.</summary>
internal sealed record PdfAnswer(string? Text, string? Title, IReadOnlyList<int> PageStarts, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>How it is written.</summary>
[JsonSerializable(typeof(PdfAnswer))]
internal sealed partial class PdfAnswerJson : JsonSerializerContext;
