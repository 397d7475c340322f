namespace GuidanceFlow.Definitions.Reading;

/// <summary>The words of the format that stand for the values of a type.</summary>
/// <param name="what">What the words are, for messages: "step type".</param>
/// <param name="all">The words and what they stand for.</param>
internal sealed class Words<T>(string what, params Word<T>[] all)
    where T : struct, Enum
{
    public IEnumerable<string> All => Array.ConvertAll(all, word => word.Text);

    public bool TryGet(string text, out T value)
    {
        foreach (Word<T> word in all)
        {
            if (string.Equals(word.Text, text, StringComparison.Ordinal))
            {
                value = word.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>The word for a value; null for a value that has none, such as a number cast to an enumeration.</summary>
    public string? Of(T value) => Array.Find(all, word => EqualityComparer<T>.Default.Equals(word.Value, value)).Text;

    /// <summary>Says that a word is not one of these.</summary>
    public string Unknown(string word) => UnknownWord.Message(what, word, All, planned: []);
}

/// <summary>A word and the value it stands for.</summary>
internal readonly record struct Word<T>(string Text, T Value)
    where T : struct, Enum;
