using System.Collections.Immutable;
namespace GuidanceFlow.Definitions.Reading;

/// <summary>The words of the format that stand for the values of a type.</summary>
internal sealed class Words<T>
    where T : struct
{
    /// <param name="what">What the words are, for messages: "step type".</param>
    /// <param name="pairs">The words and what they stand for.</param>
    public Words(string what, params ImmutableArray<(string Word, T Value)> pairs)
    {
        What = what;
        Pairs = pairs;
    }

    public string What { get; }

    public ImmutableArray<(string Word, T Value)> Pairs { get; }

    public IEnumerable<string> All => Pairs.Select(pair => pair.Word);

    public bool TryGet(string word, out T value)
    {
        foreach ((string known, T meaning) in Pairs)
        {
            if (string.Equals(known, word, StringComparison.Ordinal))
            {
                value = meaning;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>The word for a value; null for a value that has none, such as a number cast to an enumeration.</summary>
    public string? Of(T value)
    {
        foreach ((string word, T meaning) in Pairs)
        {
            if (EqualityComparer<T>.Default.Equals(meaning, value))
            {
                return word;
            }
        }

        return null;
    }

    /// <summary>Says that a word is not one of these.</summary>
    public string Unknown(string word) => UnknownWord.Message(What, word, All, planned: []);
}
