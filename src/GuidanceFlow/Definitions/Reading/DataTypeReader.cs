using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads a type: <c>"text"</c>, <c>"list of number"</c>, or an object for what a word cannot say.</summary>
internal static class DataTypeReader
{
    /// <summary>How many "list of" may stand before a type; more need objects, whose depth is limited too.</summary>
    public const int MostListsInText = 8;

    public const string ListPrefix = "list of ";

    public static readonly Words<DataKind> Simple = new(
        "type",
        new("text", DataKind.Text),
        new("number", DataKind.Number),
        new("integer", DataKind.Integer),
        new("boolean", DataKind.Boolean),
        new("date", DataKind.Date),
        new("duration", DataKind.Duration));

    private static readonly string[] All = [.. Simple.All, "list of text", "choice", "list", "object"];

    /// <summary>Reads a type in either form; where it was wrong, text stands in.</summary>
    /// <param name="context">The tree.</param>
    /// <param name="node">The type.</param>
    /// <param name="form">Which members the object form takes here.</param>
    /// <param name="type">The type.</param>
    /// <returns>The members of the object form.</returns>
    public static MemberValues Read(ReadContext context, int node, TypeForm form, out DataType type)
    {
        switch (context.Kind(node))
        {
            case JsonValueKind.String:
                type = ReadText(context, node);
                return MemberValues.None(context, node, form.Plain);
            case JsonValueKind.Object:
                return ReadObject(context, node, form, out type);
            default:
                context.WrongType(node, "a type", "Write one such as \"text\", or an object with the member 'type'.");
                type = DataType.Text;
                return MemberValues.None(context, node, form.Plain);
        }
    }

    private static MemberValues ReadObject(ReadContext context, int node, TypeForm form, out DataType type)
    {
        int named = context.Tree.FindMember(node, "type"u8);
        string? word = named >= 0 && context.Kind(named) == JsonValueKind.String ? context.Tree.Text(named) : null;
        MemberValues members;
        switch (word)
        {
            case "choice":
                members = MemberValues.Open(context, node, form.Choice);
                type = new DataType { Kind = DataKind.Choice, Values = members.List("values", static (context, item) => context.Text(item), "value") };
                return members;
            case "list":
                members = MemberValues.Open(context, node, form.List);
                DataType? item = null;
                if (members["of"] is > 0 and int of)
                {
                    Read(context, of, TypeForm.Item, out item);
                }

                type = DataType.ListOf(item ?? DataType.Text);
                return members;
            case "object":
                members = MemberValues.Open(context, node, form.Object);
                type = new DataType { Kind = DataKind.Object, Fields = members.Map("fields", "fields", DataReader.Read, "field") };
                return members;
            default:
                members = MemberValues.Open(context, node, form.Plain);
                type = members["type"] is > 0 and int simple ? ReadText(context, simple) : DataType.Text;
                return members;
        }
    }

    private static DataType ReadText(ReadContext context, int node)
    {
        if (context.AnyText(node) is not { } text)
        {
            return DataType.Text;
        }

        if (TryParse(text, out DataType? type))
        {
            return type;
        }

        context.Invalid(node, Explain(text));
        return DataType.Text;
    }

    private static bool TryParse(string text, [NotNullWhen(true)] out DataType? type)
    {
        type = null;
        int lists = 0;
        ReadOnlySpan<char> rest = text;
        while (rest.StartsWith(ListPrefix))
        {
            rest = rest[ListPrefix.Length..];
            if (++lists > MostListsInText)
            {
                return false;
            }
        }

        if (!Simple.TryGet(rest.ToString(), out DataKind kind))
        {
            return false;
        }

        type = OfKind(kind);
        for (int i = 0; i < lists; i++)
        {
            type = DataType.ListOf(type);
        }

        return true;
    }

    private static DataType OfKind(DataKind kind) => kind switch
    {
        DataKind.Text => DataType.Text,
        DataKind.Number => DataType.Number,
        DataKind.Integer => DataType.Integer,
        DataKind.Boolean => DataType.Boolean,
        DataKind.Date => DataType.Date,
        _ => DataType.Duration,
    };

    private static string Explain(string text) => text switch
    {
        "choice" => "A choice needs its values. Write { \"type\": \"choice\", \"values\": [ … ] }.",
        "list" => "A list needs the type of its items. Write one such as \"list of text\", or { \"type\": \"list\", \"of\": … }.",
        "object" => "An object needs its fields. Write { \"type\": \"object\", \"fields\": { … } }.",
        _ when text.StartsWith(ListPrefix, StringComparison.Ordinal) && text.AsSpan(text.LastIndexOf(ListPrefix, StringComparison.Ordinal) + ListPrefix.Length) is "choice" or "object" or "list" =>
            "The items of this list need more than a word. Write { \"type\": \"list\", \"of\": { … } }.",
        _ when text.StartsWith(ListPrefix, StringComparison.Ordinal) && Spelling.Nearest(text[ListPrefix.Length..], Simple.All) is { } item =>
            $"Unknown type {Spelling.Quote(text)}. Did you mean '{ListPrefix}{item}'?",
        _ => UnknownWord.Message("type", text, All, planned: []),
    };
}
