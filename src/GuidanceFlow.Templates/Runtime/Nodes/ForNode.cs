using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Scopes;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>Runs its body for each item of a list, a range, a text or an object.</summary>
internal sealed class ForNode(TextSpan span, Node list, StatementNode body) : StatementNode
{
    public required int Variable { get; init; }

    public required int Depth { get; init; }

    /// <summary>The variable's name where variables are looked up by name; null where <see cref="Variable"/> is its place.</summary>
    public string? Name { get; init; }

    public StatementNode? Otherwise { get; init; }

    public Node? Offset { get; init; }

    public Node? Limit { get; init; }

    public bool IsReversed { get; init; }

    /// <summary>Whether the body asks for <c>for.changed</c>; comparing each item with the one before is not free.</summary>
    public bool TracksChanges { get; init; }

    public override Signal Execute(RenderState state)
    {
        state.Place = list.Span;
        ValueList? items = null;
        NumberRange range = default;
        long count;
        if (list is RangeNode node)
        {
            if (!node.TryMeasure(state, out range))
            {
                return Signal.Next;
            }

            count = range.Count;
        }
        else
        {
            Value value = list.Evaluate(state);
            if (value.IsNull)
            {
                return Signal.Next;
            }

            CountCopy(state, value);
            if (!Conversion.TryToList(value, out items))
            {
                throw state.Fail(list.Span, $"\"for\" needs a list, a text or an object, not {KindNames.Describe(value)}.");
            }

            count = items.Count;
        }

        long first = Math.Clamp(ReadOption(state, Offset, 0), 0, count);
        long limit = ReadOption(state, Limit, count);

        // A limit of nothing at all would be a loop for nothing: as in Scriban it is none.
        long rounds = Math.Min(limit <= 0 ? count : limit, count - first);
        if (rounds == 0)
        {
            return Otherwise is null ? Signal.Next : Otherwise.Execute(state);
        }

        return Run(state, items, range, IsReversed ? count - 1 : first, rounds);
    }

    /// <summary>A text or an object is made a list first, even if the loop is left at once.</summary>
    private void CountCopy(RenderState state, Value value)
    {
        if (value.TryGetText(out string? text))
        {
            state.CountCopies(text.Length, list.Span);
        }
        else if (value.TryGetObject(out ValueObject? members))
        {
            state.CountCopies(members.Count, list.Span);
        }
    }

    private Signal Run(RenderState state, ValueList? items, NumberRange range, long first, long rounds)
    {
        Value before = default;
        LoopVariable? named = Name is null ? null : state.Scopes.EnterLoop(Name);
        Signal result = Signal.Next;
        for (long i = 0; i < rounds; i++)
        {
            state.CountRound(span);
            long position = IsReversed ? first - i : first + i;
            Value item = items is null ? Value.From(range.At(position)) : items[(int)position];
            ref LoopFrame loop = ref state.Loops[Depth];
            loop.Index = (int)i;
            loop.Length = (int)Math.Min(rounds, int.MaxValue);
            if (TracksChanges)
            {
                loop.IsChanged = i == 0 || !IsSame(before, item);
                before = item;
            }

            if (named is null)
            {
                state.Locals[Variable] = item;
            }
            else
            {
                (named.Value, named.Frame) = (item, loop);
            }

            Signal signal = body.Execute(state);
            if (signal is Signal.Break or Signal.Return)
            {
                result = signal == Signal.Return ? signal : Signal.Next;
                break;
            }
        }

        if (named is null)
        {
            state.Locals[Variable] = default;
        }
        else
        {
            VariableScopes.LeaveLoop(named);
        }

        return result;
    }

    private long ReadOption(RenderState state, Node? option, long missing)
    {
        if (option is null)
        {
            return missing;
        }

        Value value = option.Evaluate(state);
        if (value.IsNull)
        {
            return missing;
        }

        return Conversion.TryToInteger(value, state.Culture, out long number)
            ? number
            : throw state.Fail(option.Span, $"A loop's limit or offset must be a number, not {KindNames.Describe(value)}.");
    }

    // Lists and objects count as the same only when they are one and the same: comparing their content could take long.
    private static bool IsSame(Value before, Value item) =>
        before.Kind == item.Kind && (item.Kind is ValueKind.List or ValueKind.Object ? ReferenceEquals(before.Reference, item.Reference) : before.Equals(item));
}
