using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Calls;

/// <summary>Gives the arguments of one call to the parameters of a function that a template defines.</summary>
internal sealed class ArgumentPlacement(RenderState state, string name, FunctionParameter[] parameters, int required, TextSpan place)
{
    private readonly Value[] _values = new Value[parameters.Length];
    private readonly bool[] _isGiven = new bool[parameters.Length];

    // One behind the last parameter that has its argument; what has no name goes there.
    private int _next;

    public Value[] Place(CallArguments arguments)
    {
        for (int i = 0; i < arguments.Values.Count; i++)
        {
            int index = arguments.Names[i] is { } argument ? IndexOf(argument) : _next;
            Set(index, arguments.Values[i], arguments.Values.Count);
        }

        for (int i = 0; i < parameters.Length; i++)
        {
            if (_isGiven[i])
            {
                continue;
            }

            FunctionParameter parameter = parameters[i];
            if (parameter is { Default: null, TakesRest: false })
            {
                throw state.Fail(place, $"\"{name}\" needs {Count(required)}; \"{parameter.Name}\" is missing.");
            }

            _values[i] = parameter.TakesRest ? Value.From(ValueList.AdoptChangeable([])) : parameter.Default!.Value;
        }

        return _values;
    }

    private void Set(int index, Value value, int given)
    {
        if (parameters is [.., { TakesRest: true }] && index >= parameters.Length - 1)
        {
            int last = parameters.Length - 1;
            if (!_isGiven[last])
            {
                _values[last] = Value.From(ValueList.AdoptChangeable([]));
            }

            _ = _values[last].TryGetList(out ValueList? rest);
            rest!.SetItem(rest.Count, value);
            index = last;
        }
        else if (index >= parameters.Length)
        {
            throw state.Fail(place, $"\"{name}\" takes {Count(parameters.Length)} and gets {given}.");
        }
        else
        {
            _values[index] = value;
        }

        _isGiven[index] = true;
        _next = Math.Max(_next, index + 1);
    }

    private int IndexOf(string argument)
    {
        int index = Array.FindIndex(parameters, parameter => parameter.Name == argument);
        return index >= 0 ? index : throw state.Fail(place, $"\"{name}\" has no parameter \"{argument}\".");
    }

    private static string Count(int count) => count switch
    {
        0 => "no argument",
        1 => "1 argument",
        _ => $"{count} arguments",
    };
}
