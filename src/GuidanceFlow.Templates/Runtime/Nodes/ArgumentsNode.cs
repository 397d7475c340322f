using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Scopes;

namespace GuidanceFlow.Templates.Runtime.Nodes;

/// <summary>The arguments of the running call, for one of them: <c>$0</c>.</summary>
internal sealed class ArgumentsNode(TextSpan span, string written) : Node(span)
{
    public override Value Evaluate(RenderState state)
    {
        Value arguments = state.Scopes.Read(VariableScopes.Arguments);
        return arguments.IsNull ? throw state.Fail(Span, Describe(written)) : arguments;
    }

    /// <summary>What to say where nothing was called.</summary>
    public static string Describe(string written) =>
        $"\"{written}\" is an argument, and there is none here: a function, a partial or a block it wraps has them, but not what \"with\" opens inside. Assign a name of your own.";
}
