using System.Runtime.CompilerServices;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Numbers;

namespace GuidanceFlow.Templates.Runtime;

/// <summary>
/// Makes of values what a host may get: copies of lists and objects that the running template may still change, integers and
/// doubles for numbers of other forms, null for functions. A value without any of those is given as it is.
/// </summary>
internal static class Freezing
{
    public static Value Freeze(RenderState state, Value value, TextSpan place) => IsSettled(state, value, place) ? value : Settle(state, value, place);

    /// <summary>Takes what an expression of a known type gives, and sees to it that a whole number is one of 64 bits.</summary>
    public static Value Freeze(RenderState state, Value value, StaticType type, TextSpan place)
    {
        try
        {
            return FreezeTyped(state, value, type, place);
        }
        catch (InsufficientExecutionStackException)
        {
            throw state.FailTooDeep();
        }
    }

    private static Value FreezeTyped(RenderState state, Value value, StaticType type, TextSpan place)
    {
        if (IsSettled(state, value, place))
        {
            return value;
        }

        Value settled = Settle(state, value, place);
        CheckSize(state, value, type, place);
        return settled;
    }

    private static bool IsSettled(RenderState state, Value value, TextSpan place)
    {
        if (value.TryGetList(out ValueList? list))
        {
            return !list.IsChangeable && AreSettled(state, list.AsSpan(), place);
        }

        return value.TryGetObject(out ValueObject? members) ? !members.IsChangeable && AreSettled(state, members.Values, place) : value.Kind != ValueKind.Other;
    }

    private static bool AreSettled(RenderState state, ReadOnlySpan<Value> values, TextSpan place)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (Value value in values)
        {
            Count(state, value, place);
            if (!IsSettled(state, value, place))
            {
                return false;
            }
        }

        return true;
    }

    private static Value Settle(RenderState state, Value value, TextSpan place)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (value.TryGetList(out ValueList? list))
        {
            return Value.From(ValueList.Adopt(SettleAll(state, list.AsSpan(), place)));
        }

        if (value.TryGetObject(out ValueObject? members))
        {
            return Value.From(ValueObject.Adopt([.. members.Names], SettleAll(state, members.Values, place)));
        }

        return value.Kind != ValueKind.Other ? value : value.Reference is OtherNumber number ? number.Plain : Value.Null;
    }

    private static Value[] SettleAll(RenderState state, ReadOnlySpan<Value> values, TextSpan place)
    {
        var settled = new Value[values.Length];
        for (int i = 0; i < settled.Length; i++)
        {
            Count(state, values[i], place);
            settled[i] = Settle(state, values[i], place);
        }

        return settled;
    }

    /// <summary>A list that stands in a few others many times over would be visited without end.</summary>
    private static void Count(RenderState state, Value value, TextSpan place)
    {
        if (value.TryGetList(out ValueList? list))
        {
            state.CountItems(list.Count, place);
        }
        else if (value.TryGetObject(out ValueObject? members))
        {
            state.CountItems(members.Count, place);
        }
    }

    private static void CheckSize(RenderState state, Value value, StaticType type, TextSpan place)
    {
        if (type.Kind == StaticTypeKind.Integer && value.Reference is BigNumber)
        {
            throw state.Fail(place, "This must be a whole number of 64 bits, and is larger.");
        }

        if (type.Item is { } itemType && value.TryGetList(out ValueList? list))
        {
            foreach (Value item in list.AsSpan())
            {
                CheckSize(state, item, itemType, place);
            }
        }
    }
}
