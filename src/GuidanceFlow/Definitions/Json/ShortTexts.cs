using System.Text;

namespace GuidanceFlow.Definitions.Json;

/// <summary>
/// The short texts of a file met last, so that one that is met again needs no new string: types, names, ids and answers come up at every step.
/// A text has one place, and a later one takes it; what is kept is bounded. Not safe for use by several threads.
/// </summary>
internal sealed class ShortTexts
{
    private const int Places = 256;
    private const int LongestKept = 24;

    private readonly string?[] _texts = new string?[Places];

    /// <summary>The text as a string.</summary>
    public string Find(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestKept)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        // FNV-1a; which text displaces which does not matter.
        uint hash = 2166136261;
        foreach (byte unit in utf8)
        {
            hash = (hash ^ unit) * 16777619;
        }

        ref string? place = ref _texts[(hash ^ (hash >> 15)) % Places];
        if (place is null || !Ascii.Equals(utf8, place))
        {
            place = Encoding.UTF8.GetString(utf8);
        }

        return place;
    }
}
