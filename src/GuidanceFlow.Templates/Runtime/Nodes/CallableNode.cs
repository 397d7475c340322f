using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Calls;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>A function that is known before the template runs; it is only a value behind <c>@</c> and in front of arguments.</summary>
internal sealed class CallableNode(TextSpan span, Callable function) : Node(span)
{
    private readonly Value _function = Value.FromOther(function);

    public override Value Evaluate(RenderState state) => function.Call(state, Span);

    public override Value EvaluateUncalled(RenderState state) => _function;
}
