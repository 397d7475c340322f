using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Calls;

/// <summary><c>include name …</c>: what a partial prints, with the variables of the template and the arguments in <c>$</c>.</summary>
internal sealed class IncludeFunction : Callable
{
    public static IncludeFunction Instance { get; } = new();

    public override string Name => "include";

    public override Value Call(RenderState state, CallArguments arguments, TextSpan place)
    {
        ValueList list = arguments.ToList();
        return list.Count == 0
            ? throw state.Fail(place, "\"include\" needs the name of a partial.")
            : Value.From(Inclusions.Render(state, state.ToText(list[0]), list, place));
    }
}
