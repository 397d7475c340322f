using System.Buffers.Text;
using System.Text.Json;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads the value a datum has before anything is assigned, and holds it to the datum's type.</summary>
internal static class DefaultReader
{
    public static Value Read(ReadContext context, int node, DataType type)
    {
        switch (type.Kind)
        {
            case DataKind.Text:
                return Value.From(context.AnyText(node));
            case DataKind.Choice:
                return ReadChoice(context, node, type);
            case DataKind.Number:
                return ReadNumber(context, node);
            case DataKind.Integer:
                return ReadInteger(context, node);
            case DataKind.Boolean:
                return context.Flag(node) is { } flag ? Value.From(flag) : Value.Null;
            case DataKind.Date:
                return ReadDate(context, node);
            case DataKind.Duration:
                return ReadDuration(context, node);
            case DataKind.List:
                return Value.From(ValueList.Create(context.List(node, (context, item) => Read(context, item, type.Item!)).AsSpan()));
            default:
                return ReadObject(context, node, type);
        }
    }

    private static Value ReadChoice(ReadContext context, int node, DataType type)
    {
        string? text = context.AnyText(node);
        if (text is not null && !type.Values.Contains(text, StringComparer.Ordinal))
        {
            context.Invalid(node, UnknownWord.Message("value", text, type.Values, planned: []));
        }

        return Value.From(text);
    }

    /// <summary>A number; null when it was reported to be something else.</summary>
    public static Value ReadNumber(ReadContext context, int node) =>
        context.Number(node) is { } number ? ReadNumber(context.Tree.Literal(node), number) : Value.Null;

    // As values are read everywhere: a number without fraction and exponent is an integer if it fits.
    private static Value ReadNumber(ReadOnlySpan<byte> digits, double number) =>
        Utf8Parser.TryParse(digits, out long whole, out int length) && length == digits.Length ? Value.From(whole) : Value.From(number);

    private static Value ReadInteger(ReadContext context, int node)
    {
        if (context.Number(node, "a whole number") is not { } number)
        {
            return Value.Null;
        }

        Value value = ReadNumber(context.Tree.Literal(node), number);
        if (value.Kind != ValueKind.Integer)
        {
            context.Invalid(node, "Expected a whole number of at most 64 bits, without fraction and exponent.");
        }

        return value;
    }

    private static Value ReadDate(ReadContext context, int node)
    {
        if (context.AnyText(node) is not { } text)
        {
            return Value.Null;
        }

        if (IsoDate.TryParse(text, out DateTime date))
        {
            return Value.From(date);
        }

        context.Invalid(node, $"{Spelling.Quote(text)} is not a date. Write one such as \"2026-01-31\" or \"2026-01-31T09:00:00Z\".");
        return Value.Null;
    }

    private static Value ReadDuration(ReadContext context, int node)
    {
        if (context.AnyText(node) is not { } text)
        {
            return Value.Null;
        }

        if (IsoDuration.TryParse(text, out TimeSpan duration))
        {
            return Value.From(duration);
        }

        context.Invalid(node, $"{Spelling.Quote(text)} is not a length of time. {IsoDuration.Remedy}");
        return Value.Null;
    }

    private static Value ReadObject(ReadContext context, int node, DataType type)
    {
        var fields = new Dictionary<string, DataDefinition>(StringComparer.Ordinal);
        foreach (DataDefinition field in type.Fields)
        {
            fields.TryAdd(field.Name, field);
        }

        var members = new List<KeyValuePair<string, Value>>();
        context.Map(node, "this default", (context, name, member) =>
        {
            if (fields.TryGetValue(name, out DataDefinition? field))
            {
                members.Add(KeyValuePair.Create(name, Read(context, member, field.Type)));
            }
            else
            {
                context.ReportName(DiagnosticCatalog.InvalidValue, member, UnknownWord.Message("field", name, fields.Keys, planned: []));
            }

            return name;
        });

        var value = ValueObject.Create(members);
        foreach (DataDefinition field in type.Fields)
        {
            if (!field.Optional && field.Default.IsNull && context.Kind(node) == JsonValueKind.Object && !value.TryGetValue(field.Name, out _))
            {
                context.Invalid(node, $"The field {Spelling.Quote(field.Name)} is missing in this default. Add it, or make it optional.");
            }
        }

        return Value.From(value);
    }
}
