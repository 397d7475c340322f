using System.Text.Json.Serialization;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Json;

/// <summary>Generated code for snapshots.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    AllowDuplicateProperties = false,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters =
    [
        typeof(ValueConverter),
        typeof(DurationConverter),
        typeof(SnakeCaseEnumConverter<SessionStatus>),
        typeof(SnakeCaseEnumConverter<SessionOutcome>),
        typeof(SnakeCaseEnumConverter<FallbackReason>),
        typeof(SnakeCaseEnumConverter<UndoEnd>),
        typeof(NamedValuesConverter),
    ])]
[JsonSerializable(typeof(SessionStatus))]
[JsonSerializable(typeof(SessionOutcome?))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(SnapshotLoop[]))]
[JsonSerializable(typeof(SnapshotFallback))]
[JsonSerializable(typeof(SnapshotTicket))]
[JsonSerializable(typeof(SessionTimer[]))]
[JsonSerializable(typeof(SnapshotUndo))]
[JsonSerializable(typeof(SnapshotCaller[]))]
[JsonSerializable(typeof(UndoEnd))]
[JsonSerializable(typeof(Confirmation))]
[JsonSerializable(typeof(CallState))]
[JsonSerializable(typeof(ActionFailure))]
internal sealed partial class SnapshotJsonContext : JsonSerializerContext;
