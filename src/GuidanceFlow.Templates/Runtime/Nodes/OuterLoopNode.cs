using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary><c>for.index</c>, <c>while.index</c> and their like in a function, wrapped block or partial, of the loop that it is called in.</summary>
internal sealed class OuterLoopNode(TextSpan span, string word, LoopMember member) : Node(span)
{
    public override Value Evaluate(RenderState state)
    {
        LoopFrame? loop = word == "for" ? state.Scopes.FindLoop()?.Frame : state.Scopes.RunningWhile;
        return loop is { } running ? LoopMemberNode.Read(running, member) : throw state.Fail(Span, $"\"{word}\" only has members inside a loop.");
    }
}
