using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Testing.Scenarios.Reading;

/// <summary>A scenario's file being read, and what was found wrong with it.</summary>
internal sealed class ReadContext(string file, ReadOnlyMemory<byte> utf8)
{
    private readonly List<(int Offset, Diagnostic Diagnostic)> _found = [];

    public ImmutableArray<Diagnostic> Findings => [.. _found.OrderBy(found => found.Offset).Select(found => found.Diagnostic)];

    public void Report(DiagnosticDescriptor descriptor, int offset, string path, string message) =>
        _found.Add((offset, new Diagnostic(descriptor, Locate(offset, path), message)));

    public void WrongType(JsonItem item, string expected) =>
        Report(ScenarioDiagnostics.WrongType, item.Start, item.Path, $"Expected {expected}, found {Describe(item.Kind)}.");

    public void Invalid(JsonItem item, string message) => Report(ScenarioDiagnostics.InvalidValue, item.Start, item.Path, message);

    public SourceLocation Locate(JsonItem item) => Locate(item.Start, item.Path);

    /// <summary>Line and column, in UTF-16 units, of a byte. Findings are few and files small, so it counts from the start.</summary>
    public SourceLocation Locate(int offset, string path)
    {
        ReadOnlySpan<byte> before = utf8.Span[..offset];
        int line = 1;
        for (int end = before.IndexOfAny((byte)'\n', (byte)'\r'); end >= 0; end = before.IndexOfAny((byte)'\n', (byte)'\r'), line++)
        {
            before = before[(end + (before[end..].StartsWith("\r\n"u8) ? 2 : 1))..];
        }

        int column = 1 + Encoding.UTF8.GetCharCount(before);
        return new SourceLocation(file, line, column, path);
    }

    public string? Text(JsonItem item)
    {
        if (item.Text is null)
        {
            WrongType(item, "a text");
        }

        return item.Text;
    }

    public int? Integer(JsonItem item)
    {
        if (item.Kind == JsonValueKind.Number && Value(item).TryGetInteger(out long number) && number is >= 0 and <= int.MaxValue)
        {
            return (int)number;
        }

        WrongType(item, "a whole number from 0");
        return null;
    }

    public Value Value(JsonItem item) => JsonItems.ToValue(item, utf8.Span);

    /// <summary>The members of an object as values, in their order.</summary>
    public EquatableArray<KeyValuePair<string, Value>> Values(JsonItem item)
    {
        if (item.Kind != JsonValueKind.Object)
        {
            WrongType(item, "an object");
            return default;
        }

        CheckRepeats(item);
        return item.Children.Select(child => KeyValuePair.Create(child.Name!, Value(child))).ToEquatableArray();
    }

    public EquatableArray<T> List<T>(JsonItem item, Func<JsonItem, T?> read)
        where T : class
    {
        if (item.Kind != JsonValueKind.Array)
        {
            WrongType(item, "an array");
            return default;
        }

        return item.Children.Select(read).OfType<T>().ToEquatableArray();
    }

    /// <summary>A text, or several in an array.</summary>
    public EquatableArray<string> Texts(JsonItem item)
    {
        if (item.Kind == JsonValueKind.Array)
        {
            return List(item, Text);
        }

        if (item.Text is not null)
        {
            return [item.Text];
        }

        WrongType(item, "a text or an array of texts");
        return default;
    }

    /// <summary>One of several words.</summary>
    public T? Word<T>(JsonItem item, string what, IReadOnlyList<(string Word, T Value)> words)
        where T : struct
    {
        if (Text(item) is not { } text)
        {
            return null;
        }

        foreach ((string word, T value) in words)
        {
            if (string.Equals(word, text, StringComparison.Ordinal))
            {
                return value;
            }
        }

        string remedy = Spelling.Nearest(text, words.Select(pair => pair.Word)) is { } nearest
            ? $"Did you mean '{nearest}'?"
            : $"Use one of {string.Join(", ", words.Select(pair => pair.Word))}.";
        Invalid(item, $"Unknown {what} {Spelling.Quote(text)}. {remedy}");
        return null;
    }

    public void CheckRepeats(JsonItem item)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonItem child in item.Children)
        {
            if (!names.Add(child.Name!))
            {
                Report(ScenarioDiagnostics.DuplicateMember, child.NameStart, child.Path, $"Member {Spelling.Quote(child.Name!)} is given twice. Remove one of them.");
            }
        }
    }

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
