using System.Runtime.CompilerServices;

namespace GuidanceFlow.Templates.Runtime;

/// <summary>Copies lists and objects that the running template may still change, so that what a host gets stays as it is.</summary>
internal static class Freezing
{
    public static Value Freeze(Value value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (value.TryGetList(out ValueList? list))
        {
            return list.IsChangeable ? Value.From(ValueList.Adopt(Array.ConvertAll(list.AsSpan().ToArray(), Freeze))) : value;
        }

        return value.TryGetObject(out ValueObject? members) && members.IsChangeable
            ? Value.From(ValueObject.Create(members.Select(member => KeyValuePair.Create(member.Key, Freeze(member.Value)))))
            : value.Kind == ValueKind.Other ? Value.Null : value;
    }
}
