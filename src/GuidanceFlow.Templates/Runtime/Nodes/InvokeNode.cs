using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Calls;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>A call of a function that is only known when it runs.</summary>
/// <param name="span">The call.</param>
/// <param name="callee">What gives the function.</param>
/// <param name="written">What the callee was written as, for messages.</param>
/// <param name="arguments">The arguments behind it.</param>
/// <param name="piped">Whether its first argument comes through a pipe.</param>
/// <param name="left">The value of the pipe; null when it is handed in.</param>
internal sealed class InvokeNode(TextSpan span, Node callee, string written, WrittenArgument[] arguments, bool piped = false, Node? left = null) : StepNode(span, left)
{
    public override Value Evaluate(RenderState state) => piped ? Apply(state, Left!.Evaluate(state)) : Invoke(state, new CallArguments());

    public override Value Apply(RenderState state, Value left)
    {
        var given = new CallArguments();
        given.Add(left);
        return Invoke(state, given);
    }

    /// <summary>Calls the function with a block it may print.</summary>
    public Value Wrap(RenderState state, WrappedBlock block) => Invoke(state, new CallArguments { Block = block });

    private Value Invoke(RenderState state, CallArguments given)
    {
        Value target = callee.EvaluateUncalled(state);
        if (target.Reference is not Callable function)
        {
            throw state.Fail(callee.Span, target.IsNull
                ? $"There is no function \"{written}\"."
                : $"\"{written}\" is {KindNames.Describe(target)} and no function, so it cannot be given arguments.");
        }

        foreach (WrittenArgument argument in arguments)
        {
            Value value = argument.Value.Evaluate(state);
            if (argument.IsExpanded && value.TryGetList(out ValueList? items))
            {
                state.CountItems(items.Count, argument.Value.Span);
                foreach (Value item in items.AsSpan())
                {
                    given.Add(item);
                }
            }
            else
            {
                given.Add(value, argument.Name);
            }
        }

        return function.Call(state, given, Span);
    }
}
