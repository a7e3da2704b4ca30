namespace KnowledgeBase.Api.Builds;

/// <summary>Marks operations that need a key, for the OpenAPI document.</summary>
internal sealed class KeyRequired;
