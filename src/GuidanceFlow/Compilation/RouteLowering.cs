using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Binding;

namespace GuidanceFlow.Compilation;

/// <summary>Compiles a step's routes; reports lists without a default and routes that are never taken.</summary>
internal sealed class RouteLowering(CompilationContext context, TemplateBinder binder, TargetResolver targets)
{
    private readonly RouteGuards _guards = new();

    public FlowRoute[] Lower(StepPlace place, INameScope scope)
    {
        EquatableArray<RouteDefinition> next = place.Definition.Next;
        if (next.IsEmpty)
        {
            return [new FlowRoute(null, place.Sibling)];
        }

        SourcePath path = place.Path.Member("next").Kept();
        if (place.Definition is AskStepDefinition { Answer: ChoiceAnswerDefinition choice } && LeadOn(choice))
        {
            context.Report(DiagnosticCatalog.DeadRoute, path, $"The 'next' of '{place.Definition.Id}' is never taken: every option has a 'goto'. Take it out.");
        }

        return Lower(place, scope, next, path);
    }

    /// <summary>Compiles routes that stand in another member than <c>next</c>.</summary>
    public FlowRoute[] Lower(StepPlace place, INameScope scope, EquatableArray<RouteDefinition> next, SourcePath path)
    {
        var routes = new FlowRoute[next.Count];
        _guards.Clear(scope);
        bool closed = false;
        for (int i = 0; i < next.Count; i++)
        {
            SourcePath at = path.Item(i);
            Expression? guard = null;
            if (next[i].When is { } when)
            {
                at = at.Kept();
                guard = binder.Guard(when, scope, at.Member("when"), place.Index, UsePhase.Exit);
            }

            int target = targets.Resolve(next[i].Goto, place, at);
            CheckDead(next[i], guard, at, closed);
            closed |= guard is null || IsConstant(guard, Value.True);
            routes[i] = new FlowRoute(guard, target);
        }

        if (!closed)
        {
            context.Report(DiagnosticCatalog.NoDefaultRoute, path, $"When no guard of '{place.Definition.Id}' is true, nothing is next. End the list with a route that has no 'when', for example {{ \"goto\": \"@next\" }}.");
        }

        return routes;
    }

    /// <summary>Whether every option says itself where it leads.</summary>
    private static bool LeadOn(ChoiceAnswerDefinition choice)
    {
        if (choice.Listed is not null)
        {
            return false;
        }

        foreach (OptionDefinition option in choice.Options)
        {
            if (option.Goto is null)
            {
                return false;
            }
        }

        return true;
    }

    private void CheckDead(RouteDefinition route, Expression? guard, SourcePath at, bool closed)
    {
        if (closed)
        {
            context.Report(DiagnosticCatalog.DeadRoute, at, $"The route to {Spelling.Quote(route.Goto)} is never taken: a route before it always applies. Move it up or take it out.");
        }
        else if (guard is not null && IsConstant(guard, Value.False))
        {
            context.Report(DiagnosticCatalog.DeadRoute, at, $"The route to {Spelling.Quote(route.Goto)} is never taken: its guard is always false. Take it out.");
        }
        else if (route.When is not null && _guards.Add(route.When, binder.LastSyntax) is { } covering)
        {
            context.Report(DiagnosticCatalog.DeadRoute, at, $"The route to {Spelling.Quote(route.Goto)} is never taken: whenever its guard is true, so is {Spelling.Quote(covering)} before it. Move it up, or change one of the guards.");
        }
    }

    private static bool IsConstant(Expression guard, Value value) => guard.IsConstant && guard.Evaluate(NoValues.Instance) == value;
}

/// <summary>For expressions that read nothing.</summary>
internal sealed class NoValues : Templates.Runtime.IValueSource
{
    public static NoValues Instance { get; } = new();

    public Value GetValue(int slot) => Value.Null;
}
