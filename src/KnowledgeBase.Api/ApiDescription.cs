using KnowledgeBase.Api.Builds;
using KnowledgeBase.Corpus;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KnowledgeBase.Api;

/// <summary>Completes the OpenAPI document: title, the parameters of searches with examples, the schema of a stored statement.</summary>
internal static class ApiDescription
{
    private const string KeyScheme = "key";

    public static void Configure(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "KnowledgeBase",
                Version = "v1",
                Description = "A searchable knowledge base of governance viewpoints: statements attributed to their speakers, each with its source. "
                    + "All offsets are Unicode code points, 0-based, end exclusive. Errors are application/problem+json with a stable code. Assistants find the same over the Model Context Protocol at /mcp.",
            };
            (document.Components ??= new OpenApiComponents()).SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [KeyScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API key, of which the service knows the SHA-256." },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<KeyRequired>().Any())
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, context.Document)] = [] }];
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<SearchDescription>().FirstOrDefault() is { } search)
                AddSearchParameters(operation, search);
            foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>().Where(p => p.In == ParameterLocation.Path) ?? [])
                parameter.Example ??= Examples.OfPath(operation.OperationId!);
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonPropertyInfo is { } property && Examples.OfProperty(property.DeclaringType.Name, property.Name) is { } example)
                schema.Examples = [example];
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer(async (schema, context, cancellation) =>
        {
            // A stored statement is passed on byte for byte; what it is, Statement says.
            if (context.JsonTypeInfo.Type != typeof(StoredStatement))
                return;
            var statement = await context.GetOrCreateSchemaAsync(typeof(Statement), null, cancellation);
            schema.Type = statement.Type;
            schema.Properties = statement.Properties;
            schema.Required = statement.Required;
            schema.Description = statement.Description;
        });
    }

    private static void AddSearchParameters(OpenApiOperation operation, SearchDescription search)
    {
        operation.Parameters ??= [];
        var taken = SearchParameters.Known.Except(search.Without, StringComparer.Ordinal).Concat(search.Besides).ToHashSet(StringComparer.Ordinal);
        foreach (var parameter in ParameterDescriptions.All.Where(parameter => taken.Contains(parameter.Name)))
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = parameter.Name,
                In = ParameterLocation.Query,
                Required = parameter.IsRequired,
                Description = parameter.Description,
                Example = Examples.OfParameter(parameter.Name),
                Explode = true,
                Schema = parameter.IsRepeatable
                    ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } }
                    : new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }
    }
}
