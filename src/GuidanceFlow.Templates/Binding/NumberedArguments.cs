using System.Globalization;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Nodes;
using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Templates.Binding;

/// <summary>Binds <c>$0</c>, the first argument of a call, and its like: items of <c>$</c>, to read and to assign.</summary>
internal static class NumberedArguments
{
    /// <summary>Whether a name stands for an argument; what is no number that counts is a variable like any other.</summary>
    public static bool Is(string name) => TryReadNumber(name, out _);

    /// <summary>Binds what reads an argument; null for any other name.</summary>
    public static Node? TryBind(BindingContext context, NameSyntax name)
    {
        if (!TryReadNumber(name.Name, out int number))
        {
            return null;
        }

        if (context.Scope is not null && !context.MayHaveArguments)
        {
            context.Report(TemplateDiagnosticCode.NotAllowed, name.Span, ArgumentsNode.Describe(name.Name));
        }

        var step = new PathStep(name.Span, string.Empty, new LiteralNode(name.Span, Value.From(number)), IsOptional: false);
        return new CallingPathNode(name.Span, new ArgumentsNode(name.Span, name.Name), [step]);
    }

    /// <summary>Binds what assigns an argument; null for any other name.</summary>
    public static TargetNode? TryBindTarget(BindingContext context, NameSyntax name) =>
        TryBind(context, name) is { } before && TryReadNumber(name.Name, out int number)
            ? new ItemTargetNode(name.Span, before, new ArgumentsNode(name.Span, name.Name), new LiteralNode(name.Span, Value.From(number)))
            : null;

    private static bool TryReadNumber(string name, out int number)
    {
        number = 0;
        return name.Length > 1 && name[0] == '$' && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
