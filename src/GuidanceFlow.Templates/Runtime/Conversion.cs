using System.Globalization;
using GuidanceFlow.Templates.Runtime.Numbers;

namespace GuidanceFlow.Templates.Runtime;

/// <summary>How values turn into what an operator or function wants.</summary>
internal static class Conversion
{
    /// <summary>A whole number: a number is rounded half to even, a boolean is 0 or 1, a text is read.</summary>
    public static bool TryToInteger(Value value, CultureInfo culture, out long integer)
    {
        if (value.TryGetInteger(out integer))
        {
            return true;
        }

        if (value.TryGetText(out string? text))
        {
            return long.TryParse(text, NumberStyles.Integer, culture, out integer);
        }

        if (!Arithmetic.TryGetNumber(value, out double number))
        {
            return value.Reference is OtherNumber other && other.TryToInteger(out integer);
        }

        number = Math.Round(number);
        if (!(number is >= long.MinValue and < long.MaxValue))
        {
            return false;
        }

        integer = (long)number;
        return true;
    }

    /// <summary>A number of any form as a double; true is 1 and false is 0.</summary>
    public static bool TryToNumber(Value value, out double number)
    {
        if (Arithmetic.TryGetNumber(value, out number))
        {
            return true;
        }

        var other = value.Reference as OtherNumber;
        number = other?.ToDouble() ?? 0;
        return other is not null;
    }

    /// <summary>The items of a list; of a text its characters, of an object its members as <c>{key, value}</c>, of null none.</summary>
    public static bool TryToList(Value value, out ValueList list)
    {
        if (value.TryGetList(out ValueList? items))
        {
            list = items;
            return true;
        }

        if (value.TryGetText(out string? text))
        {
            var characters = new Value[text.Length];
            for (int i = 0; i < characters.Length; i++)
            {
                characters[i] = Value.From(CharacterTexts.Of(text[i]));
            }

            list = ValueList.Adopt(characters);
            return true;
        }

        if (value.TryGetObject(out ValueObject? members))
        {
            list = ValueList.Adopt([.. members.Select(member => Value.From(ValueObject.Adopt(PairNames, [Value.From(member.Key), member.Value])))]);
            return true;
        }

        list = ValueList.Empty;
        return value.IsNull;
    }

    private static readonly string[] PairNames = ["key", "value"];
}
