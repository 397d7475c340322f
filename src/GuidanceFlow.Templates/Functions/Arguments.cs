using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Templates.Functions;

/// <summary>The arguments of one call, turned into what the function asks for.</summary>
internal readonly ref struct Arguments(RenderState state, Function function, ReadOnlySpan<Value> values, TextSpan place)
{
    private readonly ReadOnlySpan<Value> _values = values;

    public RenderState State { get; } = state;

    public TextSpan Place { get; } = place;

    public Value this[int index] => _values[index];

    public string Text(int index) => State.ToText(_values[index]);

    public long Integer(int index)
    {
        if (_values[index].IsNull)
        {
            return 0;
        }

        return Conversion.TryToInteger(_values[index], State.Culture, out long integer) ? integer : throw Wrong(index, "a whole number");
    }

    /// <summary>A whole number cut to the range of lengths and positions.</summary>
    public int Position(int index) => (int)Math.Clamp(Integer(index), int.MinValue, int.MaxValue);

    public double Number(int index) =>
        Arithmetic.TryGetNumber(_values[index], out double number) ? number : throw Wrong(index, "a number");

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

    public Value NewText(string text)
    {
        State.CheckTextLength(text.Length, Place);
        return Value.From(text);
    }

    public Value NewList(Value[] items)
    {
        State.CheckListLength(items.Length, Place);
        return Value.From(ValueList.Adopt(items));
    }

    public TemplateRuntimeException Fail(string message) => State.Fail(Place, $"\"{function.Name}\": {message}");

    /// <summary>The failure of a call that goes beyond a limit.</summary>
    public TemplateRuntimeException Exceed(string message) => State.Fail(TemplateDiagnosticCode.RuntimeLimit, Place, $"\"{function.Name}\": {message}");

    public TemplateRuntimeException Wrong(int index, string wanted) =>
        Fail($"\"{function.Parameters[index].Name}\" must be {wanted}, not {KindNames.Describe(_values[index])}.");
}
