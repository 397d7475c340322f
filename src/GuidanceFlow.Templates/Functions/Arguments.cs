using System.Globalization;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Templates.Functions;

/// <summary>The arguments of one call, turned into what the function asks for.</summary>
internal readonly ref struct Arguments(RenderState state, Function function, ReadOnlySpan<Value> values, TextSpan place)
{
    // A letter and three digits: "N999".
    private const int LongestFormat = 4;

    private readonly ReadOnlySpan<Value> _values = values;

    public RenderState State { get; } = state;

    public TextSpan Place { get; } = place;

    public Value this[int index] => _values[index];

    public string Text(int index) => State.ToText(_values[index]);

    /// <summary>A text where null may not stand.</summary>
    public string GivenText(int index) => _values[index].IsNull ? throw Wrong(index, "a text") : Text(index);

    public long Integer(int index)
    {
        if (_values[index].IsNull)
        {
            return 0;
        }

        return Conversion.TryToInteger(_values[index], State.Culture, out long integer) ? integer : throw Wrong(index, "a whole number");
    }

    /// <summary>A whole number in the range of lengths and positions.</summary>
    public int Position(int index) => Integer(index) is >= int.MinValue and <= int.MaxValue and var position
        ? (int)position
        : throw Fail($"\"{function.Parameters[index].Name}\" must be between {int.MinValue} and {int.MaxValue}.");

    /// <summary>A number; null counts as 0.</summary>
    public double Number(int index) => _values[index].IsNull ? 0
        : Conversion.TryToNumber(_values[index], out double number) ? number : throw Wrong(index, "a number");

    public bool Boolean(int index) => Truth.Of(_values[index]);

    public ValueList List(int index)
    {
        if (!Conversion.TryToList(_values[index], out ValueList list))
        {
            throw Wrong(index, "a list");
        }

        State.CountItems(list.Count, Place);
        return list;
    }

    /// <summary>A list; of a value that cannot be taken for one, a list of that value.</summary>
    public ValueList ListOrItem(int index) => Conversion.TryToList(_values[index], out _) ? List(index) : ValueList.Adopt([_values[index]]);

    public Value NewText(string text)
    {
        State.CountText(text.Length, Place);
        return Value.From(text);
    }

    /// <summary>A format for numbers. The framework would fill up numbers to any number of digits before the text's length could be looked at.</summary>
    public string NumberFormat(int index)
    {
        string format = Text(index);
        return format.Length > LongestFormat && format.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0
            ? throw Exceed($"\"{function.Parameters[index].Name}\" asks for more digits than any number has; write at most \"{format[..LongestFormat]}\".")
            : format;
    }

    /// <summary>A whole number in a format. As in Scriban those of 32 bits have only so many: -1 is FFFFFFFF.</summary>
    public Value NewText(long integer, string format, CultureInfo culture) =>
        NewText(integer is >= int.MinValue and <= int.MaxValue ? ((int)integer).ToString(format, culture) : integer.ToString(format, culture));

    public Value NewList(Value[] items)
    {
        State.CheckListLength(items.Length, Place);
        return State.NewList(items);
    }

    public TemplateRuntimeException Fail(string message) => State.Fail(Place, $"\"{function.Name}\": {message}");

    /// <summary>The failure of a call that goes beyond a limit.</summary>
    public TemplateRuntimeException Exceed(string message) => State.Fail(TemplateDiagnosticCode.RuntimeLimit, Place, $"\"{function.Name}\": {message}");

    public TemplateRuntimeException Wrong(int index, string wanted) =>
        Fail($"\"{function.Parameters[index].Name}\" must be {wanted}, not {KindNames.Describe(_values[index])}.");
}
