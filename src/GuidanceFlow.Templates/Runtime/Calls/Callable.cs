using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Calls;

/// <summary>A function as a value: one of the language, of the host, or of the template itself.</summary>
internal abstract class Callable
{
    /// <summary>What it is called in messages.</summary>
    public abstract string Name { get; }

    public abstract Value Call(RenderState state, CallArguments arguments, TextSpan place);

    public Value Call(RenderState state, TextSpan place) => Call(state, new CallArguments(), place);

    /// <summary>The value itself, or what it gives when it is a function.</summary>
    public static Value Resolve(RenderState state, Value value, TextSpan place) => value.Reference is Callable function ? function.Call(state, place) : value;
}
