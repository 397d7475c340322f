namespace GuidanceFlow.Templates.Parsing;

/// <summary>
/// The words met last, so that one that is met again needs no new string. A word has one place, and a later one takes it; what is
/// kept is bounded. Not safe for use by several threads.
/// </summary>
internal sealed class WordTable
{
    private const int Places = 512;
    private const int LongestKept = 48;

    private readonly string?[] _words = new string?[Places];

    /// <summary>The word as a string.</summary>
    public string Find(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestKept)
        {
            return word.ToString();
        }

        // FNV-1a; which word displaces which does not matter.
        uint hash = 2166136261;
        foreach (char character in word)
        {
            hash = (hash ^ character) * 16777619;
        }

        ref string? place = ref _words[(hash ^ (hash >> 15)) % Places];
        if (place is null || !word.SequenceEqual(place))
        {
            place = word.ToString();
        }

        return place;
    }

    /// <summary>Two words and what stands between them as one string.</summary>
    public string Join(string first, char between, string last)
    {
        int length = first.Length + 1 + last.Length;
        if (length > LongestKept)
        {
            return string.Concat(first, new ReadOnlySpan<char>(in between), last);
        }

        Span<char> joined = stackalloc char[LongestKept];
        first.CopyTo(joined);
        joined[first.Length] = between;
        last.CopyTo(joined[(first.Length + 1)..]);
        return Find(joined[..length]);
    }
}
