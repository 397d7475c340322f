using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Calls;

/// <summary><c>include_join names separator begin end</c>: what several partials print, with texts or partials (<c>tpl:name</c>) between and around them.</summary>
internal sealed class IncludeJoinFunction : Callable
{
    /// <summary>What stands before the name of a partial where a text could stand.</summary>
    public const string PartialMark = "tpl:";

    public static IncludeJoinFunction Instance { get; } = new();

    public override string Name => "include_join";

    public override Value Call(RenderState state, CallArguments arguments, TextSpan place)
    {
        ValueList list = arguments.ToList();
        if (list.Count < 2 || !list[0].TryGetList(out ValueList? names))
        {
            throw state.Fail(place, "\"include_join\" needs a list of partials and a separator.");
        }

        string separator = Part(state, list, 1, place);
        string begin = Part(state, list, 2, place);
        string end = Part(state, list, 3, place);
        int start = state.Output.Length;
        state.Output.Write(begin);
        bool isFirst = true;
        foreach (Value name in names.AsSpan())
        {
            string partial = state.ToText(name);
            if (partial.Length == 0)
            {
                continue;
            }

            if (!isFirst)
            {
                state.Output.Write(separator);
            }

            isFirst = false;
            state.Output.Write(Inclusions.Render(state, partial, list, place));
        }

        state.Output.Write(end);
        return Value.From(state.Output.Cut(start));
    }

    private static string Part(RenderState state, ValueList list, int index, TextSpan place)
    {
        string text = index < list.Count ? state.ToText(list[index]) : string.Empty;

        // With a scope, where texts may be a customer's, only a name written as such includes a partial.
        return state.Options.Scope is null && text.StartsWith(PartialMark, StringComparison.Ordinal) ? Inclusions.Render(state, text[PartialMark.Length..], list, place) : text;
    }
}
