using System.Buffers;
using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GuidanceFlow.Definitions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Actions;

/// <summary>An action of typed values, which go over JSON by generated code.</summary>
internal sealed class TypedAction<TIn, TOut>(JsonTypeInfo<TIn> input, JsonTypeInfo<TOut> output, Func<TIn, ActionCall, CancellationToken, ValueTask<TOut>> run) : IGuidanceAction
{
    public ActionSignature Signature { get; } = new() { With = MembersOf(input), Returns = MembersOf(output) };

    public async ValueTask<ActionResult> RunAsync(ActionCall call, CancellationToken cancellationToken)
    {
        TOut done = await run(Read(call), call, cancellationToken).ConfigureAwait(false);
        using JsonDocument document = JsonSerializer.SerializeToDocument(done, output);
        return new ActionResult { Returned = [.. document.RootElement.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, ValueJson.Read(member.Value)))] };
    }

    private TIn Read(ActionCall call)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach ((string name, Value value) in call.Arguments)
            {
                writer.WritePropertyName(name);
                ValueJson.Write(writer, value);
            }

            writer.WriteEndObject();
        }

        return JsonSerializer.Deserialize(buffer.WrittenSpan, input) ?? throw new JsonException("Expected an object, found null.");
    }

    private static EquatableArray<KeyValuePair<string, DataKind?>> MembersOf(JsonTypeInfo type) => type.Kind == JsonTypeInfoKind.Object
        ? [.. type.Properties.Select(property => KeyValuePair.Create(property.Name, KindOf(property.PropertyType)))]
        : throw new ArgumentException($"{type.Type.Name} is written to JSON as {type.Kind}, not as an object. Use a class or record whose properties are the action's values.", nameof(type));

    private static DataKind? KindOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(string) ? DataKind.Text
            : type == typeof(bool) ? DataKind.Boolean
            : type == typeof(int) || type == typeof(long) || type == typeof(short) ? DataKind.Integer
            : type == typeof(double) || type == typeof(decimal) || type == typeof(float) ? DataKind.Number
            : type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(DateOnly) ? DataKind.Date
            : type == typeof(TimeSpan) || type.IsEnum || type == typeof(Value) ? null
            : typeof(IEnumerable).IsAssignableFrom(type) ? null
            : DataKind.Object;
    }
}
