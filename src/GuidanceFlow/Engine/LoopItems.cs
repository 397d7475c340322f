using GuidanceFlow.Compilation;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Engine;

/// <summary>Chooses and orders the items of a loop when it is entered.</summary>
internal static class LoopItems
{
    public static Value[] Freeze(EvaluationContext context, EachStep each)
    {
        Value source = each.In.Evaluate(context, context.Settings);
        if (!source.TryGetList(out ValueList? list))
        {
            throw new TurnFailure(each.Index, $"'{each.In.Source}' gives no list but {source.Kind.ToString().ToLowerInvariant()}.");
        }

        Value[] items = each.Where is null ? [.. list] : [.. list.Where(item => Compute(context, each, item, (values, settings) => each.Where.EvaluateBoolean(values, settings)))];
        if (each.OrderBy is null || items.Length < 2)
        {
            return items;
        }

        // LINQ's ordering is stable; Array.Sort is not.
        return [.. items.OrderBy(item => Compute(context, each, item, (values, settings) => each.OrderBy.Evaluate(values, settings)), ValueOrder.Instance)];
    }

    private static T Compute<T>(EvaluationContext context, EachStep each, Value item, Func<IValueSource, RenderSettings?, T> evaluate)
    {
        context.Candidate = (each.Index, item);
        try
        {
            return evaluate(context, context.Settings);
        }
        finally
        {
            context.Candidate = null;
        }
    }
}
