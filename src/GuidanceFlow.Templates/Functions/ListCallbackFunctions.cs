using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Runtime.Calls;
using static GuidanceFlow.Templates.Functions.Parameter;

namespace GuidanceFlow.Templates.Functions;

/// <summary>Functions of <c>array</c> that call a function for the items, and the one that remembers where it stood.</summary>
internal static class ListCallbackFunctions
{
    private static readonly Parameter Callback = Any("function") with { ToleratesNull = true };

    public static IEnumerable<Function> All { get; } =
    [
        new("array.any", StaticType.Boolean, AnyItem, List("list"), Callback, Any("argument1").OrMissing(), Any("argument2").OrMissing()),
        new("array.each", StaticType.List(StaticType.Any), Each, List("list"), Callback) { KeepsNull = true },
        new("array.filter", StaticType.List(StaticType.Any), Filter, List("list"), Callback) { KeepsNull = true, Infer = static types => types[0].Kind == StaticTypeKind.List ? types[0] : StaticType.List(StaticType.Any) },
        new("array.cycle", StaticType.Any, Cycle, List("list"), Any("group").OrNull()) { KeepsNull = true },
    ];

    private static Value AnyItem(Arguments arguments)
    {
        ValueList list = arguments.List(0);
        if (arguments[1].Reference is not Callable function)
        {
            return Value.False;
        }

        for (int i = 0; i < list.Count; i++)
        {
            var given = new CallArguments();
            given.Add(list[i]);
            for (int j = 2; j <= 3 && !IsMissing(arguments[j]); j++)
            {
                given.Add(arguments[j]);
            }

            arguments.State.CountRound(arguments.Place);
            if (function.Call(arguments.State, given, arguments.Place) == Value.True)
            {
                return Value.True;
            }
        }

        return Value.False;
    }

    private static Value Each(Arguments arguments)
    {
        var results = new List<Value>();
        ValueList list = arguments.List(0);
        RequireFunction(arguments, 1);
        for (int i = 0; i < list.Count; i++)
        {
            results.Add(Apply(arguments, 1, list[i]));
        }

        return arguments.NewList([.. results]);
    }

    private static Value Filter(Arguments arguments)
    {
        var results = new List<Value>();
        ValueList list = arguments.List(0);
        RequireFunction(arguments, 1);
        for (int i = 0; i < list.Count; i++)
        {
            Value item = list[i];
            if (Truth.Of(Apply(arguments, 1, item)))
            {
                results.Add(item);
            }
        }

        return arguments.NewList([.. results]);
    }

    /// <summary>What the function in an argument gives for an item; without one, the item itself.</summary>
    public static Value Apply(Arguments arguments, int index, Value item)
    {
        if (RequireFunction(arguments, index) is not { } function)
        {
            return item;
        }

        var given = new CallArguments();
        given.Add(item);
        arguments.State.CountRound(arguments.Place);
        return function.Call(arguments.State, given, arguments.Place);
    }

    /// <summary>The function in an argument; null for none.</summary>
    private static Callable? RequireFunction(Arguments arguments, int index) => arguments[index].IsNull ? null
        : arguments[index].Reference as Callable ?? throw arguments.Fail("\"function\" must be a function; write \"@\" before its name, for example \"@string.upcase\".");

    /// <summary>The next item each time it is called with the same list, or in the same group.</summary>
    private static Value Cycle(Arguments arguments)
    {
        ValueList list = arguments.List(0);
        string group = arguments[1].IsNull ? GroupOf(arguments, list) : arguments.Text(1);
        int index = arguments.State.NextInCycle(group, list.Count);
        return list.Count == 0 ? Value.Null : list[index];
    }

    private static string GroupOf(Arguments arguments, ValueList list)
    {
        var texts = new string[list.Count];
        long length = 0;
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = arguments.State.ToText(list[i]);
            length += texts[i].Length + 1;
        }

        arguments.State.CountText(length, arguments.Place);
        return string.Join(',', texts);
    }
}
