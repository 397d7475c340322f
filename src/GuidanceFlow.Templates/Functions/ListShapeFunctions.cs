using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Runtime;
using static GuidanceFlow.Templates.Functions.Parameter;

namespace GuidanceFlow.Templates.Functions;

/// <summary>Functions of <c>array</c> that give a list with more or fewer items.</summary>
internal static class ListShapeFunctions
{
    private static readonly StaticType AnyList = StaticType.List(StaticType.Any);

    public static IEnumerable<Function> All { get; } =
    [
        new("array.add", AnyList, static a => a.NewList([.. a.List(0).AsSpan(), a[1]]), List("list"), Any("value")) { Infer = ListTypes.WithItem },
        new("array.add_range", AnyList, Concat, List("list1"), List("list2")) { Infer = ListTypes.WithItems },
        new("array.concat", AnyList, Concat, List("list1"), List("list2")) { Infer = ListTypes.WithItems },
        new("array.compact", AnyList, static a => a.NewList([.. a.List(0).Where(item => !item.IsNull)]), List("list")) { Infer = ListTypes.Same, KeepsNull = true },
        new("array.limit", AnyList, static a => Window(a, 0, a.Position(1)), List("list"), Integer("count")) { Infer = ListTypes.Same, KeepsNull = true },
        new("array.offset", AnyList, static a => Window(a, a.Position(1), int.MaxValue), List("list"), Integer("index")) { Infer = ListTypes.Same, KeepsNull = true },
        new("array.insert_at", AnyList, InsertAt, List("list"), Integer("index"), Any("value")) { Infer = ListTypes.WithItem },
        new("array.remove_at", AnyList, RemoveAt, List("list"), Integer("index")) { Infer = ListTypes.Same },
    ];

    /// <summary>The items of both; of two nulls null.</summary>
    private static Value Concat(Arguments arguments)
    {
        if (arguments[0].IsNull && arguments[1].IsNull)
        {
            return Value.Null;
        }

        ValueList first = arguments.List(0);
        ValueList second = arguments.List(1);
        arguments.State.CheckListLength((long)first.Count + second.Count, arguments.Place);
        return arguments.NewList([.. first.AsSpan(), .. second.AsSpan()]);
    }

    private static Value Window(Arguments arguments, int start, int count)
    {
        ValueList list = arguments.List(0);
        start = Math.Clamp(start, 0, list.Count);
        return arguments.NewList(list.AsSpan().Slice(start, Math.Clamp(count, 0, list.Count - start)).ToArray());
    }

    /// <summary>Puts an item before another; before the first for a negative index, and behind nulls for one beyond the end.</summary>
    private static Value InsertAt(Arguments arguments)
    {
        ValueList list = arguments.List(0);
        int index = Math.Max(0, arguments.Position(1));
        arguments.State.CheckListLength(Math.Max(list.Count, (long)index) + 1, arguments.Place);
        var items = new Value[Math.Max(list.Count, index) + 1];
        int before = Math.Min(index, list.Count);
        list.AsSpan()[..before].CopyTo(items);
        items[index] = arguments[2];
        list.AsSpan()[before..].CopyTo(items.AsSpan(Math.Min(index + 1, items.Length)));
        return arguments.NewList(items);
    }

    private static Value RemoveAt(Arguments arguments)
    {
        ValueList list = arguments.List(0);
        int index = arguments.Position(1);
        index += index < 0 ? list.Count : 0;
        return index < 0 || index >= list.Count ? Value.From(list) : arguments.NewList([.. list.AsSpan()[..index], .. list.AsSpan()[(index + 1)..]]);
    }
}
