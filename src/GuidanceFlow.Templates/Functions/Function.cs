using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Runtime.Calls;

namespace GuidanceFlow.Templates.Functions;

/// <summary>A function of the language: its name, its parameters, what it gives and what it does.</summary>
internal sealed class Function(string name, StaticType result, FunctionBody body, params Parameter[] parameters)
{
    // Searching is faster than copying, and mostly stops at the first character that differs; not so where letters are compared as a language does.
    private const int SearchedAtOnce = 256;
    private const int ComparedAtOnce = 2;

    /// <summary>The name with its group: <c>string.upcase</c>.</summary>
    public string Name { get; } = name;

    public IReadOnlyList<Parameter> Parameters { get; } = parameters;

    public int Required { get; } = parameters.Count(parameter => parameter.Default is null);

    /// <summary>Says more exactly what the function gives, from its arguments' types (of those left out: of null).</summary>
    public Func<StaticType[], StaticType>? Infer { get; init; }

    /// <summary>Whether it gives null when its first argument is null.</summary>
    public bool KeepsNull { get; init; }

    /// <summary>Whether it parses and runs a text; templates with a scope must not, so that nothing a customer typed ever runs.</summary>
    public bool Evaluates { get; init; }

    /// <summary>Whether it looks for its second argument in its first, which can take as long as both together multiplied.</summary>
    public bool Searches { get; init; }

    /// <summary>Whether it looks for it as the reader's language compares letters.</summary>
    public bool ComparesLetters { get; init; }

    public StaticType TypeOf(StaticType[] arguments)
    {
        StaticType type = Infer is null ? result : Infer(arguments);
        return KeepsNull && arguments[0].IsNullable ? type.OrNull() : type;
    }

    public Value Call(RenderState state, ReadOnlySpan<Value> arguments, TextSpan place)
    {
        if (KeepsNull && arguments[0].IsNull)
        {
            return Value.Null;
        }

        CountTexts(state, arguments, place);
        try
        {
            return state.Own(body(new Arguments(state, this, arguments, place)));
        }
        catch (ArgumentOutOfRangeException) when (!MayRunOthers(arguments))
        {
            // The framework's formats throw it for dates outside of a culture's calendar.
            throw state.Fail(place, $"\"{Name}\": a date lies outside of the calendar that the culture \"{state.Culture.Name}\", or the one named, counts by.");
        }
    }

    /// <summary>Whether what it throws may come from another function, or from where the values come from.</summary>
    private bool MayRunOthers(ReadOnlySpan<Value> arguments)
    {
        foreach (Value argument in arguments)
        {
            if (argument.Reference is Callable)
            {
                return true;
            }
        }

        return Evaluates;
    }

    private void CountTexts(RenderState state, ReadOnlySpan<Value> arguments, TextSpan place)
    {
        foreach (Value argument in arguments)
        {
            if (argument.TryGetText(out string? text))
            {
                state.CountCharacters(text.Length, place);
            }
        }

        if (Searches && arguments[0].TryGetText(out string? where) && arguments[1].TryGetText(out string? what))
        {
            state.CountCharacters((long)where.Length * what.Length / (ComparesLetters ? ComparedAtOnce : SearchedAtOnce), place);
        }
    }
}
