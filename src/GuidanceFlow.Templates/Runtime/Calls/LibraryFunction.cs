using GuidanceFlow.Templates.Functions;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Nodes;

namespace GuidanceFlow.Templates.Runtime.Calls;

/// <summary>A function of the language or of the host, as a value.</summary>
internal sealed class LibraryFunction(Function function) : Callable
{
    public override string Name => function.Name;

    public override Value Call(RenderState state, CallArguments arguments, TextSpan place)
    {
        ArgumentBuffer buffer = default;
        Span<bool> isGiven = stackalloc bool[ArgumentBuffer.Capacity];
        int count = function.Parameters.Count;
        int next = 0;
        for (int i = 0; i < arguments.Values.Count; i++)
        {
            int index = arguments.Names[i] is { } name ? IndexOf(state, name, place) : next;
            if (index >= count)
            {
                throw state.Fail(place, $"\"{Name}\" takes at most {count} {(count == 1 ? "argument" : "arguments")} and gets {arguments.Values.Count}.");
            }

            buffer[index] = arguments.Values[i];
            isGiven[index] = true;
            next = Math.Max(next, index + 1);
        }

        for (int i = 0; i < count; i++)
        {
            if (!isGiven[i])
            {
                Parameter parameter = function.Parameters[i];
                buffer[i] = parameter.Default ?? throw state.Fail(place, $"\"{Name}\" needs the argument \"{parameter.Name}\".");
            }
        }

        return function.Call(state, buffer[..count], place);
    }

    private int IndexOf(RenderState state, string name, TextSpan place)
    {
        for (int i = 0; i < function.Parameters.Count; i++)
        {
            if (function.Parameters[i].Name == name)
            {
                return i;
            }
        }

        throw state.Fail(place, $"\"{Name}\" has no parameter \"{name}\".");
    }
}
