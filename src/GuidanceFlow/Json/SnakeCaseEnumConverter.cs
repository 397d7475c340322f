using System.Text.Json;
using System.Text.Json.Serialization;

namespace GuidanceFlow.Json;

/// <summary>Enum members as snake_case words.</summary>
internal sealed class SnakeCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
