using System.Text.Json.Serialization;

namespace SupportDeskConsole.Data;

/// <summary>How the files are read, and what the action takes and gives.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true, PropertyNameCaseInsensitive = false)]
[JsonSerializable(typeof(CustomerFile))]
[JsonSerializable(typeof(OrderFile))]
[JsonSerializable(typeof(WordFile))]
[JsonSerializable(typeof(OrderQuestion))]
[JsonSerializable(typeof(OrderAnswer))]
internal sealed partial class DataJson : JsonSerializerContext;
