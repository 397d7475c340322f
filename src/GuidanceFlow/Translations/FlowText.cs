using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Translations;

/// <summary>A text of a flow that people read or answer with, and that a translation gives in its language. Immutable.</summary>
public sealed record FlowText
{
    internal FlowText(TextKey key, SourcePath path, EquatableArray<string> source)
    {
        Key = key;
        Path = path;
        Source = source;
        Fingerprint = Translations.Fingerprint.Of(source);
    }

    /// <summary>The name by which a translation finds it.</summary>
    public TextKey Key { get; }

    /// <summary>What the flow says: one text, or the synonyms of an option, the words for yes or no, or those for a command, of which there may be none.</summary>
    public EquatableArray<string> Source { get; }

    /// <summary>Whether it is a list of words, of which a translation may have more or fewer.</summary>
    public bool IsList => Key.IsList;

    /// <summary>8 hexadecimal digits that change when <see cref="Source"/> does.</summary>
    public string Fingerprint { get; }

    /// <summary>Whether a translation must give it: an option without synonyms, or a question without words of its own, may go without them in every language.</summary>
    public bool IsRequired => !Source.IsEmpty;

    internal SourcePath Path { get; }
}
