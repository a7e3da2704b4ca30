namespace KnowledgeBase.Api;

/// <summary>Marks an operation whose answers name the day on which they are given, as citations do.</summary>
internal sealed record DatedAnswer;
