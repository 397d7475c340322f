using System.Text.Json;

namespace GuidanceFlow.Templates.Runtime;

/// <summary>Where one rendering reads its values: slots, or names.</summary>
internal readonly struct ModelSource
{
    private readonly IValueSource? _slots;
    private readonly IReadOnlyDictionary<string, Value>? _names;

    private ModelSource(IValueSource? slots, IReadOnlyDictionary<string, Value>? names)
    {
        _slots = slots;
        _names = names;
    }

    public static ModelSource Of(IValueSource values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new ModelSource(values, null);
    }

    public static ModelSource Of(IReadOnlyDictionary<string, Value> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new ModelSource(null, values);
    }

    public static ModelSource Of(JsonElement values) =>
        values.ValueKind == JsonValueKind.Object
            ? new ModelSource(null, new JsonModel(values))
            : throw new ArgumentException($"The values must be a JSON object, not {values.ValueKind}.", nameof(values));

    /// <summary>Hands the values to a rendering, after asking whether the text reads from such.</summary>
    public void Feed(RenderState state, Binding.ReadsFrom readsFrom)
    {
        if (_slots is not null)
        {
            readsFrom.RequireSlots();
            state.ReadFrom(_slots);
        }
        else
        {
            readsFrom.RequireNames();
            state.ReadFrom(_names!);
        }
    }
}
