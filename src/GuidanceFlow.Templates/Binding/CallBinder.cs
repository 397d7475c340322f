using GuidanceFlow.Templates.Functions;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime.Nodes;
using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Templates.Binding;

/// <summary>Binds calls of functions: finds the function and gives each argument to its parameter.</summary>
internal sealed class CallBinder(BindingContext context, ExpressionBinder expressions)
{
    private readonly InvocationBinder _invocations = new(context, expressions);

    public Bound Bind(CallSyntax call)
    {
        if (_invocations.TryBind(call, isPiped: false, leftNode: null) is { } invocation)
        {
            return new Bound(invocation, StaticType.Any);
        }

        Function? function = FindFunction(call, isPipe: false);
        if (function is null)
        {
            return BindLost(call);
        }

        var arguments = new Bound[function.Parameters.Count];
        if (!TryPlace(call.Arguments, function, call.Span, arguments, 0, call.IsListed))
        {
            return new Bound(new LiteralNode(call.Span, Value.Null), StaticType.Any);
        }

        Fill(function, arguments, call.Span);
        return new Bound(new CallNode(call.Span, function, NodesOf(arguments, 0)), TypeOf(function, arguments));
    }

    /// <summary>Binds <c>left | function arguments</c>; the left value is the first argument.</summary>
    public Bound BindPipe(TextSpan span, CallSyntax call, Bound left, Node? leftNode)
    {
        if (_invocations.TryBind(call, isPiped: true, leftNode) is { } invocation)
        {
            return new Bound(invocation, StaticType.Any);
        }

        Function? function = FindFunction(call, isPipe: true);
        var arguments = new Bound[function?.Parameters.Count ?? 0];
        if (function is null || arguments.Length == 0)
        {
            if (function is not null)
            {
                context.Report(TemplateDiagnosticCode.Arguments, call.Span, $"\"{function.Name}\" takes no argument, so nothing can be piped into it.");
            }

            return BindLost(call);
        }

        arguments[0] = left;
        CheckType(function, 0, left, span);
        if (!TryPlace(call.Arguments, function, call.Span, arguments, 1, call.IsListed))
        {
            return new Bound(new LiteralNode(span, Value.Null), StaticType.Any);
        }

        Fill(function, arguments, call.Span);
        return new Bound(new PipeNode(call.Span, function, leftNode, NodesOf(arguments, 1)), TypeOf(function, arguments));
    }

    /// <summary>Binds a call that gets a block from <c>wrap</c>.</summary>
    public InvokeNode BindInvoke(CallSyntax call) => _invocations.Bind(call, isPiped: false, leftNode: null);

    public Bound BindWithoutArguments(TextSpan span, Function function)
    {
        context.AddCall(function, span);
        var arguments = new Bound[function.Parameters.Count];
        if (!TryPlace([], function, span, arguments, 0, isListed: false))
        {
            return new Bound(new LiteralNode(span, Value.Null), StaticType.Any);
        }

        Fill(function, arguments, span);
        return new Bound(new CallNode(span, function, NodesOf(arguments, 0)), TypeOf(function, arguments));
    }

    /// <summary>Whether the function that is called provides for null in its first argument.</summary>
    public bool ToleratesNullFirst(CallSyntax call) =>
        call.Callee is PathSyntax { Target: NameSyntax group, Links: [{ Member: { } member }] } && !IsShadowed(group.Name)
        && context.FindGroup(group.Name)?.Find(member) is { Parameters: [{ ToleratesNull: true }, ..] };

    private static StaticType TypeOf(Function function, Bound[] arguments) => function.TypeOf(Array.ConvertAll(arguments, argument => argument.Type));

    private static Node[] NodesOf(Bound[] arguments, int first)
    {
        var nodes = new Node[arguments.Length - first];
        for (int i = 0; i < nodes.Length; i++)
        {
            nodes[i] = arguments[first + i].Node;
        }

        return nodes;
    }

    private bool IsShadowed(string name) =>
        context.IsParameter(name) || context.Locals.TryFindLoop(name, out _, out _) || context.Locals.TryFindAssigned(name, out _) || context.Scope?.TryResolve(name, out _) == true;

    private Function? FindFunction(CallSyntax call, bool isPipe)
    {
        if (call.Callee is ErrorSyntax)
        {
            return null;
        }

        if (call.Callee is PathSyntax { Target: NameSyntax name, Links: [{ Member: { } member } link] } && context.FindGroup(name.Name) is { } group)
        {
            if (IsShadowed(name.Name))
            {
                context.Report(
                    TemplateDiagnosticCode.UnknownFunction,
                    name.Span,
                    $"\"{name.Name}\" is a value here and hides the functions of that name; give the value another name.");
                return null;
            }

            Function? function = group.Find(member);
            if (function is not null)
            {
                context.AddCall(function, link.Span);
            }
            else
            {
                context.Report(TemplateDiagnosticCode.UnknownFunction, link.Span, $"There is no function \"{name.Name}.{member}\".{Suggestions.OrList(member, group.Names, $"\"{name.Name}\"", name.Name + ".")}");
            }

            return function;
        }

        if (call.Callee is NameSyntax { Name: var single } && !IsShadowed(single) && context.FindUngrouped(single) is { } ungrouped)
        {
            context.AddCall(ungrouped, call.Callee.Span);
            return ungrouped;
        }

        ReportNoFunction(call, isPipe);
        return null;
    }

    private void ReportNoFunction(CallSyntax call, bool isPipe)
    {
        string? written = call.Callee switch
        {
            NameSyntax name => name.Name,
            PathSyntax { Target: NameSyntax name, Links: [{ Member: { } member }] } => $"{name.Name}.{member}",
            _ => null,
        };
        if (written is null)
        {
            context.Report(
                TemplateDiagnosticCode.Syntax,
                call.Callee.Span,
                isPipe ? "Only a function can stand behind \"|\", for example \"string.upcase\"."
                    : Array.Exists(call.Arguments, argument => argument.Value is ExpandSyntax) ? "\"^\" is no operator between values; it hands the items of a list over to a function: \"math.plus ^[1, 2]\"."
                    : "Only a function can be followed by arguments; join values with an operator, or separate them with \";\".");
            return;
        }

        string last = written[(written.IndexOf('.', StringComparison.Ordinal) + 1)..];
        string? elsewhere = context.GroupNames.Order(StringComparer.Ordinal).FirstOrDefault(group => context.FindGroup(group)!.Find(last) is not null);
        string suggestion = ForeignWords.RemedyFor(written) is { } remedy ? remedy
            : elsewhere is not null ? $" Did you mean \"{elsewhere}.{last}\"?"
            : isPipe || call.Arguments.Length == 0 ? string.Empty
            : " Only a function can be followed by arguments; join values with an operator, or separate them with \";\".";
        context.Report(TemplateDiagnosticCode.UnknownFunction, call.Callee.Span, $"There is no function \"{written}\".{suggestion}");
    }

    /// <summary>Binds the arguments of a call whose function is not known, for the mistakes in them.</summary>
    private Bound BindLost(CallSyntax call)
    {
        foreach (ArgumentSyntax argument in call.Arguments)
        {
            expressions.Bind(argument.Value);
        }

        return new Bound(new LiteralNode(call.Span, Value.Null), StaticType.Any);
    }

    private bool TryPlace(ArgumentSyntax[] given, Function function, TextSpan span, Bound[] places, int next, bool isListed)
    {
        bool fits = true;
        int count = next;
        bool lacks = !isListed && next + given.Length < function.Required;
        foreach (ArgumentSyntax argument in given)
        {
            count++;
            int index = argument.Name is null ? next++ : IndexOf(function, argument.Name);
            bool tolerant = index >= 0 && index < places.Length && function.Parameters[index].ToleratesNull;
            Bound bound = lacks && NegativeArgument.IsIn(context.Text, argument) ? BindApart((ChainSyntax)argument.Value) : expressions.Bind(argument.Value, tolerant);
            if (index >= 0 && index < places.Length && !places[index].IsGiven)
            {
                places[index] = bound;
                CheckType(function, index, bound, argument.Value.Span);
                continue;
            }

            fits = false;
            if (argument.Name is not null)
            {
                string message = index < 0
                    ? $"\"{function.Name}\" has no parameter \"{argument.Name}\".{Suggestions.For(argument.Name, function.Parameters.Select(parameter => parameter.Name))}"
                    : $"\"{function.Name}\" gets its parameter \"{argument.Name}\" twice.";
                context.Report(TemplateDiagnosticCode.Arguments, argument.Value.Span, message);
            }
        }

        if (next > places.Length)
        {
            context.Report(TemplateDiagnosticCode.Arguments, span, $"\"{function.Name}\" takes {Count(places.Length)} but gets {count}.");
            return false;
        }

        for (int i = 0; i < places.Length && fits; i++)
        {
            if (!places[i].IsGiven && function.Parameters[i].Default is null)
            {
                context.Report(TemplateDiagnosticCode.Arguments, span, $"\"{function.Name}\" needs {Count(function.Required)} but gets {count}; \"{function.Parameters[i].Name}\" is missing.{(lacks ? NegativeArgument.Remedy(context.Text, given, span) : string.Empty)}");
                return false;
            }
        }

        return fits;
    }

    /// <summary>Binds a value and the negative numbers behind it, which were not meant to be taken from it, for the mistakes in them.</summary>
    private Bound BindApart(ChainSyntax chain)
    {
        foreach (ChainLink link in chain.Links)
        {
            expressions.Bind(link.Operand);
        }

        return expressions.Bind(chain.First);
    }

    private static string Count(int count) => count == 1 ? "1 argument" : $"{count} arguments";

    private static int IndexOf(Function function, string name)
    {
        for (int i = 0; i < function.Parameters.Count; i++)
        {
            if (function.Parameters[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Gives each parameter that got no argument its default.</summary>
    private static void Fill(Function function, Bound[] places, TextSpan span)
    {
        for (int i = 0; i < places.Length; i++)
        {
            if (!places[i].IsGiven)
            {
                places[i] = new Bound(new LiteralNode(span, function.Parameters[i].Default!.Value), StaticType.Any);
            }
        }
    }

    private void CheckType(Function function, int index, Bound argument, TextSpan span)
    {
        Parameter parameter = function.Parameters[index];
        if (ParameterTypes.Accepts(parameter.Kind, argument.Type))
        {
            return;
        }

        string remedy = parameter.Kind == ParameterKind.Number && argument.Type.Kind == StaticTypeKind.Text
            ? " Turn the text into a number with \"string.to_int\" or \"string.to_double\"."
            : string.Empty;
        context.Report(
            TemplateDiagnosticCode.Arguments,
            span,
            $"\"{function.Name}\" needs {ParameterTypes.Describe(parameter.Kind)} as \"{parameter.Name}\", not {TypeNames.Describe(argument.Type)}.{remedy}");
    }
}
