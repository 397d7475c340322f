using System.Globalization;
using System.Runtime.CompilerServices;
using GuidanceFlow.Templates.Functions;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Numbers;

namespace GuidanceFlow.Templates.Runtime;

/// <summary>Prints values as Scriban does: null as nothing, a list as <c>[1, "a"]</c>, an object as <c>{a: 1}</c>.</summary>
internal static class ValuePrinter
{
    // Writing a date takes about as long as that many other operations.
    private const int OperationsPerDate = 8;

    public static void Print(RenderState state, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Null:
                break;
            case ValueKind.Text when value.TryGetText(out string? text):
                state.Output.Write(text);
                break;
            case ValueKind.Integer when value.TryGetInteger(out long integer):
                state.Output.Write(integer, state.Culture);
                break;
            case ValueKind.Number when value.TryGetNumber(out double number):
                state.Output.Write(number, state.Culture);
                break;
            case ValueKind.Boolean when value.TryGetBoolean(out bool boolean):
                state.Output.Write(boolean ? "true" : "false");
                break;
            case ValueKind.Date when value.TryGetDate(out DateTime date):
                PrintDate(state, date);
                break;
            case ValueKind.Duration when value.TryGetDuration(out TimeSpan duration):
                state.Output.Write(duration);
                break;
            case ValueKind.List when value.TryGetList(out ValueList? list):
                PrintList(state, list);
                break;
            case ValueKind.Object when value.TryGetObject(out ValueObject? members):
                PrintObject(state, members);
                break;
            case ValueKind.Other when value.Reference is OtherNumber other:
                state.Output.Write(other.ToString(null, state.Culture));
                break;
        }
    }

    /// <summary>Scriban's "02 Nov 2026" is no date where months are numbered, as in Chinese: there it is printed as the language writes it.</summary>
    private static void PrintDate(RenderState state, DateTime date)
    {
        state.CountOperations(OperationsPerDate, state.Place);
        Calendar calendar = state.Culture.DateTimeFormat.Calendar;
        if (date < calendar.MinSupportedDateTime || date > calendar.MaxSupportedDateTime)
        {
            throw state.Fail(state.Place, $"The date {date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} lies outside of the calendar that the culture \"{state.Culture.Name}\" counts by.");
        }

        if (char.IsAsciiDigit(state.Culture.DateTimeFormat.AbbreviatedMonthNames[0][0]))
        {
            state.Output.Write(date.ToString(LocaleFunctions.DatePatternOf(state.Culture), state.Culture));
        }
        else
        {
            DatePattern.Write(state.Output, date, DatePattern.Default, state.Culture);
        }
    }

    /// <summary>Writes a text in double quotes with escapes, as it is printed inside a list.</summary>
    public static void WriteQuoted(OutputBuffer output, string text)
    {
        output.Write('"');
        WriteEscaped(output, text);
        output.Write('"');
    }

    public static void WriteEscaped(OutputBuffer output, string text)
    {
        foreach (char character in text)
        {
            string? escape = character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\b' => "\\b",
                '\f' => "\\f",
                '\v' => "\\v",
                '\a' => "\\a",
                < ' ' => string.Create(CultureInfo.InvariantCulture, $"\\x{(int)character:x2}"),
                _ => null,
            };
            if (escape is null)
            {
                output.Write(character);
            }
            else
            {
                output.Write(escape);
            }
        }
    }

    private static void PrintList(RenderState state, ValueList list)
    {
        CheckDepth(state);
        state.Output.Write('[');
        for (int i = 0; i < list.Count; i++)
        {
            if (i > 0)
            {
                state.Output.Write(", ");
            }

            PrintInside(state, list[i]);
        }

        state.Output.Write(']');
    }

    private static void PrintObject(RenderState state, ValueObject members)
    {
        CheckDepth(state);
        state.Output.Write('{');
        bool isFirst = true;
        foreach ((string name, Value value) in members)
        {
            if (!isFirst)
            {
                state.Output.Write(", ");
            }

            isFirst = false;
            if (IsPlainName(name))
            {
                state.Output.Write(name);
            }
            else
            {
                WriteQuoted(state.Output, name);
            }

            state.Output.Write(": ");
            PrintInside(state, value);
        }

        state.Output.Write('}');
    }

    private static void PrintInside(RenderState state, Value value)
    {
        if (value.TryGetText(out string? text))
        {
            WriteQuoted(state.Output, text);
        }
        else if (value.IsNull)
        {
            state.Output.Write("null");
        }
        else
        {
            Print(state, value);
        }
    }

    private static void CheckDepth(RenderState state)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw state.Fail(TemplateDiagnosticCode.RuntimeLimit, state.Place, "This value is nested too deep to be printed.");
        }
    }

    private static bool IsPlainName(string name)
    {
        foreach (char character in name)
        {
            if (character != '_' && !char.IsLetterOrDigit(character))
            {
                return false;
            }
        }

        return name.Length > 0 && !char.IsDigit(name[0]);
    }
}
