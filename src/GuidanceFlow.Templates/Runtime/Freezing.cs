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
    public static Value Freeze(Value value) => IsSettled(value) ? value : Settle(value);

    /// <summary>Takes what an expression of a known type gives, and sees to it that a whole number is one of 64 bits.</summary>
    public static Value Freeze(RenderState state, Value value, StaticType type, TextSpan place)
    {
        if (IsSettled(value))
        {
            return value;
        }

        CheckSize(state, value, type, place);
        return Settle(value);
    }

    private static bool IsSettled(Value value)
    {
        if (value.TryGetList(out ValueList? list))
        {
            return !list.IsChangeable && AreSettled(list.AsSpan());
        }

        return value.TryGetObject(out ValueObject? members) ? !members.IsChangeable && AreSettled(members.Values) : value.Kind != ValueKind.Other;
    }

    private static bool AreSettled(ReadOnlySpan<Value> values)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (Value value in values)
        {
            if (!IsSettled(value))
            {
                return false;
            }
        }

        return true;
    }

    private static Value Settle(Value value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (value.TryGetList(out ValueList? list))
        {
            return Value.From(ValueList.Adopt(Array.ConvertAll(list.AsSpan().ToArray(), Settle)));
        }

        if (value.TryGetObject(out ValueObject? members))
        {
            return Value.From(ValueObject.Create(members.Select(member => KeyValuePair.Create(member.Key, Settle(member.Value)))));
        }

        return value.Kind != ValueKind.Other ? value : value.Reference is OtherNumber number ? number.Plain : Value.Null;
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
