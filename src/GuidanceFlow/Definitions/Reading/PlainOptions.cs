namespace GuidanceFlow.Definitions.Reading;

/// <summary>
/// The options met last that are nothing but a word, such as "other", so that one that is met again at another question needs no new object. One has
/// one place, and a later one takes it; what is kept is bounded. Not safe for use by several threads.
/// </summary>
internal sealed class PlainOptions
{
    private const int Places = 64;

    private readonly OptionDefinition?[] _options = new OptionDefinition?[Places];

    public OptionDefinition Find(string value)
    {
        ref OptionDefinition? place = ref _options[(uint)value.GetHashCode(StringComparison.Ordinal) % Places];
        if (place is null || !string.Equals(place.Value, value, StringComparison.Ordinal))
        {
            place = new OptionDefinition { Value = value };
        }

        return place;
    }
}
