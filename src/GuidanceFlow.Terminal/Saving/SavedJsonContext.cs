using System.Text.Json;
using System.Text.Json.Serialization;

namespace GuidanceFlow.Terminal.Saving;

/// <summary>Writes parts of a file that was read.</summary>
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class SavedJsonContext : JsonSerializerContext;
