using System.Diagnostics.CodeAnalysis;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Compilation;

/// <summary>The texts of one language, found by the place of the text they translate.</summary>
internal sealed class TranslatedTexts(TranslatedTexts? parent)
{
    private readonly Dictionary<string, TranslatedText> _texts = new(StringComparer.Ordinal);

    public void Add(SourcePath of, EquatableArray<string> texts, SourcePath path) => _texts.TryAdd(of.ToString(), new TranslatedText(texts, path));

    /// <summary>The translation of the text at a place, in this language or in one it falls back to; none where the flow's own text stands.</summary>
    public bool TryFind(SourcePath of, [NotNullWhen(true)] out TranslatedText? text) =>
        _texts.TryGetValue(of.ToString(), out text) || (parent is not null && parent.TryFind(of, out text));

    /// <summary>The translation of a text, or the text.</summary>
    public string Find(SourcePath of, string text) => TryFind(of, out TranslatedText? found) ? found.Texts[0] : text;
}

/// <summary>A translation and where it stands.</summary>
internal sealed record TranslatedText(EquatableArray<string> Texts, SourcePath Path);
