using System.Collections.Immutable;
using System.Text.Json;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>A concept whose kinds are told apart by the member <c>type</c>: steps, answers, blocks.</summary>
internal sealed class Variants<T>
    where T : class
{
    private readonly string _what;
    private readonly Variant<T>[] _all;

    /// <param name="what">What the types are of: "step".</param>
    /// <param name="all">The kinds.</param>
    public Variants(string what, params Variant<T>[] all)
    {
        _what = what;
        _all = all;
    }

    /// <summary>Types of a later version of the format, so that they are not called misspelt.</summary>
    public IReadOnlyList<string> Planned { get; init; } = [];

    /// <summary>Whether a kind may be written as the text of its type alone.</summary>
    public bool HasShortForm { get; init; }

    public IEnumerable<string> Words => _all.Select(variant => variant.Word);

    public IEnumerable<MemberTable> Tables => _all.Select(variant => variant.Members);

    /// <summary>Reads one; null when even its type cannot be guessed.</summary>
    public T? Read(ReadContext context, int node)
    {
        if (HasShortForm && context.Kind(node) == JsonValueKind.String)
        {
            return ReadShort(context, node);
        }

        if (!context.ExpectObject(node))
        {
            return null;
        }

        int type = context.Tree.FindMember(node, "type"u8);
        if (type < 0)
        {
            context.Report(DiagnosticCatalog.MissingMember, node, $"Member 'type' is missing in {WithArticle}. Add \"type\": \"…\" with one of {string.Join(", ", Words)}.");
            return null;
        }

        if (context.AnyText(type) is not { } word || Find(context, type, word) is not { } variant)
        {
            return null;
        }

        MemberValues members = MemberValues.Open(context, node, variant.Members);
        return variant.Bind(members);
    }

    private string WithArticle => _what[0] is 'a' ? "an " + _what : "a " + _what;

    private T? ReadShort(ReadContext context, int node)
    {
        if (context.AnyText(node) is not { } word || Find(context, node, word) is not { } variant)
        {
            return null;
        }

        if (variant.Members.Members.FirstOrDefault(member => member.IsRequired && member.Name != "type") is { } required)
        {
            context.Invalid(node, $"'{variant.Word}' alone says too little. Write {{ \"type\": \"{variant.Word}\", {required.Example} }}.");
        }

        return variant.Bind(MemberValues.None(context, node, variant.Members));
    }

    // A misspelt type is reported and then read as the one it resembles, so that its members are looked at too.
    private Variant<T>? Find(ReadContext context, int node, string word)
    {
        foreach (Variant<T> variant in _all)
        {
            if (string.Equals(variant.Word, word, StringComparison.Ordinal))
            {
                return variant;
            }
        }

        return FindNearest(context, node, word);
    }

    private Variant<T>? FindNearest(ReadContext context, int node, string word)
    {
        context.Invalid(node, UnknownWord.Message(_what + " type", word, Words, Planned));
        string? nearest = Planned.Contains(word, StringComparer.Ordinal) ? null : Spelling.Nearest(word, Words);
        return _all.FirstOrDefault(variant => variant.Word == nearest);
    }
}
