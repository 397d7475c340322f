using System.Buffers.Text;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using GuidanceFlow.Definitions.Json;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>The tree being read and what was found wrong with it, with readers for the values every concept is made of.</summary>
/// <remarks>Each reads on behind a mistake with a stand-in, so that one run finds everything; a flow with a finding is never handed out.</remarks>
internal sealed class ReadContext(JsonTree tree, Findings findings)
{
    public JsonTree Tree => tree;

    /// <summary>The name of the file that is read.</summary>
    public string File => findings.File;

    /// <summary>The options that are a word alone.</summary>
    public PlainOptions PlainOptions { get; } = new();

    public void Report(DiagnosticDescriptor descriptor, int node, string message) => findings.Add(descriptor, tree[node].Start, node, message);

    public void ReportName(DiagnosticDescriptor descriptor, int node, string message) => findings.Add(descriptor, tree[node].NameStart, node, message);

    public void Invalid(int node, string message) => Report(DiagnosticCatalog.InvalidValue, node, message);

    /// <summary>Reports a value of the wrong JSON type.</summary>
    /// <param name="node">The value.</param>
    /// <param name="expected">What belongs there, with its article.</param>
    /// <param name="remedy">A sentence that says what to do; null when the first one says it.</param>
    public void WrongType(int node, string expected, string? remedy = null)
    {
        string? advice = Kind(node) == JsonValueKind.Null ? " Leave it out instead." : remedy is null ? null : " " + remedy;
        Report(DiagnosticCatalog.WrongType, node, $"Expected {expected}, found {Describe(Kind(node))}.{advice}");
    }

    public JsonValueKind Kind(int node) => tree[node].Kind;

    /// <param name="node">What should be an object.</param>
    /// <param name="table">The members it would have, for the remedy.</param>
    public bool ExpectObject(int node, MemberTable? table = null)
    {
        if (Kind(node) != JsonValueKind.Object)
        {
            WrongType(node, "an object", table?.Remedy);
            return false;
        }

        return true;
    }

    /// <summary>The place of a member in a table, or -1.</summary>
    /// <param name="table">The table.</param>
    /// <param name="member">The member.</param>
    /// <param name="expected">Where in the table it is looked for first.</param>
    public int IndexOf(MemberTable table, int member, int expected)
    {
        if (!tree[member].NameHasEscapes)
        {
            return table.IndexOf(tree.NameBytes(member), expected);
        }

        string name = tree.Name(member);
        return JsonText.IndexOfLoneSurrogate(name) < 0 ? table.IndexOf(System.Text.Encoding.UTF8.GetBytes(name)) : -1;
    }

    /// <summary>A member's name, which is reported when it is not well-formed text.</summary>
    public string NameOf(int member)
    {
        string name = tree.Name(member);
        if (tree[member].NameHasEscapes && JsonText.IndexOfLoneSurrogate(name) is >= 0 and int lone)
        {
            int offset = tree[member].NameStart + 1 + JsonText.ByteOffset(tree.NameBytes(member), lone);
            findings.Add(DiagnosticCatalog.InvalidValue, offset, member, LoneSurrogate(name[lone]));
        }

        return name;
    }

    /// <summary>A text that holds something.</summary>
    public string? Text(int node)
    {
        string? text = AnyText(node);
        if (text is { Length: 0 })
        {
            Invalid(node, "This text is empty. Write something, or leave it out.");
        }

        return text;
    }

    /// <summary>A text, empty or not; null when it was reported to be something else.</summary>
    public string? AnyText(int node)
    {
        if (Kind(node) != JsonValueKind.String)
        {
            WrongType(node, "a text", Kind(node) is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False ? "Put it in quotes." : null);
            return null;
        }

        string text = tree.Text(node);

        // Raw bytes were checked to be UTF-8; only an escape can bring half a pair.
        if (tree[node].HasEscapes && JsonText.IndexOfLoneSurrogate(text) is >= 0 and int lone)
        {
            int offset = tree[node].Start + 1 + JsonText.ByteOffset(tree.TextBytes(node), lone);
            findings.Add(DiagnosticCatalog.InvalidValue, offset, node, LoneSurrogate(text[lone]));
        }

        return text;
    }

    public bool? Flag(int node)
    {
        if (Kind(node) is JsonValueKind.True or JsonValueKind.False)
        {
            return Kind(node) == JsonValueKind.True;
        }

        WrongType(node, "true or false", IsText(node, "true"u8) || IsText(node, "false"u8) ? "Write it without quotes." : null);
        return null;
    }

    public int? Integer(int node, int least, int greatest)
    {
        if (Number(node, "a whole number") is null)
        {
            return null;
        }

        ReadOnlySpan<byte> digits = tree.Literal(node);
        if (Utf8Parser.TryParse(digits, out int value, out int length) && length == digits.Length && value >= least && value <= greatest)
        {
            return value;
        }

        Invalid(node, greatest == int.MaxValue
            ? string.Create(CultureInfo.InvariantCulture, $"Expected a whole number from {least}.")
            : string.Create(CultureInfo.InvariantCulture, $"Expected a whole number from {least} to {greatest}."));
        return null;
    }

    /// <summary>A finite number; <paramref name="expected"/> says to the author what belongs there.</summary>
    public double? Number(int node, string expected = "a number")
    {
        if (Kind(node) != JsonValueKind.Number)
        {
            bool quoted = Kind(node) == JsonValueKind.String && double.TryParse(tree.TextBytes(node), CultureInfo.InvariantCulture, out _);
            WrongType(node, expected, quoted ? "Write it without quotes." : null);
            return null;
        }

        double number = double.Parse(tree.Literal(node), CultureInfo.InvariantCulture);
        if (!double.IsFinite(number))
        {
            Invalid(node, "This number is too large. The largest is about 1.8e308.");
            return null;
        }

        return number;
    }

    public T? Word<T>(int node, Words<T> words)
        where T : struct, Enum
    {
        if (AnyText(node) is not { } word)
        {
            return null;
        }

        if (words.TryGet(word, out T value))
        {
            return value;
        }

        Invalid(node, words.Unknown(word));
        return null;
    }

    /// <summary>The items of an array.</summary>
    /// <param name="node">The array.</param>
    /// <param name="read">Reads an item.</param>
    /// <param name="atLeastOne">What there must be one of at least ("option"); null when the array may be empty.</param>
    public EquatableArray<T> List<T>(int node, ReadNode<T> read, string? atLeastOne = null)
    {
        if (Kind(node) != JsonValueKind.Array)
        {
            WrongType(node, "an array", "Put [ and ] around it.");
            return default;
        }

        if (tree[node].Length == 0 && atLeastOne is not null)
        {
            Invalid(node, $"This array is empty. Add at least one {atLeastOne}.");
        }

        var items = new T[tree[node].Length];
        int count = 0;
        for (int child = tree.FirstChild(node); child >= 0; child = tree.NextSibling(child))
        {
            if (read(this, child) is { } item)
            {
                items[count++] = item;
            }
        }

        return Adopt(items, count);
    }

    /// <summary>The members of an object whose names the author chose.</summary>
    /// <param name="node">The object.</param>
    /// <param name="what">What the object holds, for messages: "inputs".</param>
    /// <param name="read">Reads a member.</param>
    /// <param name="atLeastOne">What there must be one of at least; null when the object may be empty.</param>
    public EquatableArray<T> Map<T>(int node, string what, ReadNamedNode<T> read, string? atLeastOne = null)
    {
        if (!ExpectObject(node))
        {
            return default;
        }

        if (tree[node].Length == 0 && atLeastOne is not null)
        {
            Invalid(node, $"This object is empty. Add at least one {atLeastOne}.");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        var items = new T[tree[node].Length];
        int count = 0;
        for (int child = tree.FirstChild(node); child >= 0; child = tree.NextSibling(child))
        {
            string name = NameOf(child);
            if (!names.Add(name))
            {
                ReportName(DiagnosticCatalog.DuplicateMember, child, $"{Spelling.Quote(name)} is given twice in {what}. Remove or rename one of them.");
            }

            if (read(this, name, child) is { } item)
            {
                items[count++] = item;
            }
        }

        return Adopt(items, count);
    }

    // The array is not touched any more; only where something was wrong it is too long.
    private static EquatableArray<T> Adopt<T>(T[] items, int count) =>
        new(count == items.Length ? ImmutableCollectionsMarshal.AsImmutableArray(items) : [.. items.AsSpan(0, count)]);

    private bool IsText(int node, ReadOnlySpan<byte> text) => Kind(node) == JsonValueKind.String && tree.TextBytes(node).SequenceEqual(text);

    private static string LoneSurrogate(char half) =>
        string.Create(CultureInfo.InvariantCulture, $"\\u{(int)half:x4} is half of a character. Write the character itself, or both halves.");

    private static string Describe(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };
}
