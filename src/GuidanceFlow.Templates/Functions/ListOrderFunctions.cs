using System.Runtime.ExceptionServices;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Runtime.Numbers;
using static GuidanceFlow.Templates.Functions.Parameter;

namespace GuidanceFlow.Templates.Functions;

/// <summary>Functions of <c>array</c> that give the same items in another order, or each only once.</summary>
internal static class ListOrderFunctions
{
    private const int ComparedBetween = 64;
    private const int ComparedPerOperation = 4;

    private static readonly StaticType AnyList = StaticType.List(StaticType.Any);

    public static IEnumerable<Function> All { get; } =
    [
        new("array.reverse", AnyList, Reverse, List("list")) { Infer = ListTypes.Same },
        new("array.sort", AnyList, Sort, Any("list"), Text("member").OrNull()) { Infer = ListTypes.Same },
        new("array.uniq", AnyList, Uniq, List("list")) { Infer = ListTypes.Same, KeepsNull = true },
    ];

    private static Value Reverse(Arguments arguments)
    {
        Value[] items = arguments.List(0).AsSpan().ToArray();
        Array.Reverse(items);
        return arguments.NewList(items);
    }

    /// <summary>Null first, then by the value or by a member; items of equal value keep their order. What is no list counts as the only item of one.</summary>
    private static Value Sort(Arguments arguments)
    {
        ValueList list = arguments.ListOrItem(0);
        string member = arguments.Text(1);
        Value[] keys = list.AsSpan().ToArray();
        for (int i = 0; i < keys.Length && member.Length > 0; i++)
        {
            keys[i] = KeyOf(arguments, keys[i], member);
        }

        RenderState state = arguments.State;
        TextSpan place = arguments.Place;
        int[] order = new int[keys.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        int compared = 0;
        try
        {
            Array.Sort(order, (one, other) =>
            {
                // Sorting compares many times as often as there are items.
                if (++compared % ComparedBetween == 0)
                {
                    state.CountItems(ComparedBetween / ComparedPerOperation, place);
                }

                return Compare(state, keys[one], keys[other], place) is var found && found != 0 ? found : one.CompareTo(other);
            });
        }
        catch (InvalidOperationException exception) when (exception.InnerException is TemplateRuntimeException or OperationCanceledException)
        {
            ExceptionDispatchInfo.Throw(exception.InnerException);
        }

        return arguments.NewList(Array.ConvertAll(order, index => list[index]));
    }

    /// <summary>What an item is sorted by: its member of that name, or what is found by going from member to member.</summary>
    private static Value KeyOf(Arguments arguments, Value item, string member)
    {
        if (!member.Contains('.', StringComparison.Ordinal) || (item.TryGetObject(out ValueObject? members) && members.TryGetValue(member, out _)))
        {
            return Get(arguments, item, member);
        }

        foreach (Range part in member.AsSpan().Split('.'))
        {
            item = Get(arguments, item, member[part]);
        }

        return item;
    }

    private static Value Get(Arguments arguments, Value item, string member) => item.IsNull ? item : Members.Get(arguments.State, item, member, arguments.Place);

    private static int Compare(RenderState state, Value one, Value other, TextSpan place)
    {
        if (one.IsNull || other.IsNull)
        {
            return other.IsNull.CompareTo(one.IsNull);
        }

        if (one.TryGetText(out string? text) && other.TryGetText(out string? otherText))
        {
            state.CountCharacters(Math.Min(text.Length, otherText.Length), place);
            return state.Culture.CompareInfo.Compare(text, otherText);
        }

        if (one.IsNumeric && other.IsNumeric && one.TryGetNumber(out double number) && other.TryGetNumber(out double otherNumber))
        {
            return one.TryGetInteger(out long integer) && other.TryGetInteger(out long otherInteger) ? integer.CompareTo(otherInteger) : number.CompareTo(otherNumber);
        }

        if (OtherNumber.IsNumber(one) && OtherNumber.IsNumber(other))
        {
            return Comparison.Apply(state, TokenKind.Less, one, other, place) ? -1 : Comparison.Apply(state, TokenKind.Less, other, one, place) ? 1 : 0;
        }

        if (one.TryGetBoolean(out bool boolean) && other.TryGetBoolean(out bool otherBoolean))
        {
            return boolean.CompareTo(otherBoolean);
        }

        if (one.Kind == other.Kind && one.Kind is ValueKind.Date or ValueKind.Duration)
        {
            return Comparison.Order(state, one, other, place, TokenKind.Less);
        }

        throw state.Fail(place, $"\"array.sort\": {KindNames.Describe(one)} and {KindNames.Describe(other)} have no order; name a member to sort by.");
    }

    /// <summary>Each scalar once; lists and objects are all kept, as two of them are never one and the same.</summary>
    private static Value Uniq(Arguments arguments)
    {
        var seen = new HashSet<Value>();
        var result = new List<Value>();
        foreach (Value item in arguments.List(0).AsSpan())
        {
            arguments.State.CountCharacters(item.TryGetText(out string? text) ? text.Length : 0, arguments.Place);
            if (item.Kind is ValueKind.List or ValueKind.Object || seen.Add(item))
            {
                result.Add(item);
            }
        }

        return arguments.NewList([.. result]);
    }
}
