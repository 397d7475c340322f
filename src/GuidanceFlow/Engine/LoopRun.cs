using System.Globalization;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Engine;

/// <summary>The loops of a turn: enters them, goes from item to item, collects, fails items, and leaves. Each method tells the next target.</summary>
internal sealed class LoopRun(EvaluationContext context, List<TurnEvent> events, FallbackRun fallback, Func<EachStep, int> goOnBehind)
{
    public int Enter(EachStep each)
    {
        // Frozen first: a loop may go through the very list it collects into, such as those that failed, once more.
        Value[] items = LoopItems.Freeze(context, each);
        foreach (CompiledAssignment collect in each.Collect)
        {
            context.Assign(collect.Slot, Value.From(ValueList.Empty));
        }

        if (items.Length == 0)
        {
            return goOnBehind(each);
        }

        context.Loop = new EachFrame(each.Index, items, 0, Failed: false, context.Loop);
        Note(TurnEventKind.ItemStarted, each, 0);
        return each.Body;
    }

    /// <summary>The innermost loop's item is done.</summary>
    public int NextItem()
    {
        EachStep each = Innermost();
        Collect(each);
        EachFrame frame = context.Loop!;
        if (frame.Index + 1 >= frame.Items.Length)
        {
            return GoOnBehind(each);
        }

        context.Loop = frame with { Index = frame.Index + 1, Failed = false };
        Note(TurnEventKind.ItemStarted, each, frame.Index + 1);
        return each.Body;
    }

    /// <summary>The innermost loop is left early.</summary>
    public int Leave()
    {
        EachStep each = Innermost();
        Collect(each);
        return GoOnBehind(each);
    }

    /// <summary>The innermost loop's item failed at a step.</summary>
    public int FailItem(int step)
    {
        EachStep each = Innermost();
        EachFrame frame = context.Loop!;
        Note(TurnEventKind.ItemFailed, each, frame.Index);
        if (each.OnFailure is null)
        {
            if (!fallback.IsUnderWay)
            {
                FlowStep at = context.Flow.Nodes[step];
                fallback.Fire(new FallbackInfo(FallbackReason.ItemFailed, at.Stage.Id, at.Id, 0, default), at);
            }

            context.Loop = frame.Outer;
            return each.FallbackTarget;
        }

        context.Loop = frame with { Failed = true };
        int next = each.OnFailure == ItemFailurePolicy.Stop ? Leave() : NextItem();
        fallback.TakenByLoop();
        return next;
    }

    /// <summary>A jump out of a loop ends it; nothing is collected for the item it left.</summary>
    public void LeaveAllNotAround(StepPlace place)
    {
        while (context.Loop is { } frame && !place.IsInside(context.Flow.Nodes[frame.Step].Place))
        {
            context.Loop = frame.Outer;
        }
    }

    private EachStep Innermost() => (EachStep)context.Flow.Nodes[context.Loop!.Step];

    private int GoOnBehind(EachStep each)
    {
        context.Loop = context.Loop!.Outer;
        return goOnBehind(each);
    }

    private void Collect(EachStep each)
    {
        foreach (CompiledAssignment collect in each.Collect)
        {
            Value value = context.Compute(collect);
            if (!value.IsNull && context.Data[collect.Slot].TryGetList(out ValueList? list))
            {
                context.Assign(collect.Slot, Value.From(list.Append(value)));
            }
        }
    }

    private void Note(TurnEventKind kind, EachStep each, int index) =>
        events.Add(new TurnEvent(kind, each.Id, (index + 1).ToString(CultureInfo.InvariantCulture)));
}
