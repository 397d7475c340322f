using System.Runtime.CompilerServices;
using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime;

/// <summary>Copies lists and objects from outside into ones the running template may change, so that the host's are never touched.</summary>
internal static class Thawing
{
    public static Value Thaw(RenderState state, Value value)
    {
        if (value.TryGetList(out ValueList? list))
        {
            return list.IsChangeable ? value : Value.From(Copy(state, list));
        }

        return value.TryGetObject(out ValueObject? members) && !members.IsChangeable ? Value.From(Copy(state, members)) : value;
    }

    private static ValueList Copy(RenderState state, ValueList list)
    {
        Check(state, list.Count);
        var items = new Value[list.Count];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = Thaw(state, list[i]);
        }

        return ValueList.AdoptChangeable(items);
    }

    private static ValueObject Copy(RenderState state, ValueObject members)
    {
        Check(state, members.Count);
        ValueObject copy = ValueObject.CreateChangeable();
        foreach ((string name, Value value) in members)
        {
            copy.SetMember(name, Thaw(state, value));
        }

        return copy;
    }

    private static void Check(RenderState state, int count)
    {
        state.CountItems(count, state.Place);
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw state.Fail(TemplateDiagnosticCode.RuntimeLimit, state.Place, "This value is nested too deep.");
        }
    }
}
