using GuidanceFlow.Actions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Templates.Binding;

namespace GuidanceFlow.Compilation;

/// <summary>Compiles calls of actions, and checks that they give what is taken and keep what is given back.</summary>
internal sealed class CallLowering(CompilationContext context, AssignmentLowering assignments, RouteLowering routes)
{
    private static readonly SourcePath Root = SourcePath.Root.Member("actions");

    /// <summary>Checks the declarations.</summary>
    public static void Check(CompilationContext context)
    {
        foreach (ActionDefinition action in context.Definition.Actions)
        {
            SourcePath path = Root.Member(action.Name);
            CheckNames(context, action.With, path.Member("with"));
            CheckNames(context, action.Returns, path.Member("returns"));
            for (int i = 0; i < action.Errors.Count; i++)
            {
                if (ActionErrors.All.Contains(action.Errors[i]))
                {
                    context.Report(DiagnosticCatalog.DuplicateName, path.Member("errors").Item(i), $"Every action may end with '{action.Errors[i]}'. Take it out.");
                }
            }
        }
    }

    /// <summary>The action that a step calls; one that takes and gives anything where it is not declared.</summary>
    public ActionDefinition? Find(StepPlace place, CallStepDefinition call)
    {
        ActionDefinition? action = context.Definition.Actions.FirstOrDefault(action => action.Name == call.Action);
        if (action is null)
        {
            context.Report(DiagnosticCatalog.UnknownReference, place.Path.Member("action"), $"There is no action {Spelling.Quote(call.Action)}. Declare it under 'actions'.{Hints.DidYouMean(context, call.Action, context.Definition.Actions.Select(known => known.Name), "Or use")}");
        }

        return action;
    }

    /// <summary>What the action is given.</summary>
    public CompiledAssignment[] With(StepPlace place, CallStepDefinition call, ActionDefinition action, INameScope scope)
    {
        var given = new List<CompiledAssignment>();
        SourcePath path = place.Path.Member("with");
        foreach (AssignmentDefinition assignment in call.With)
        {
            int parameter = IndexOf(action.With, assignment.Name);
            SourcePath at = path.Member(assignment.Name);
            if (parameter < 0)
            {
                context.ReportName(DiagnosticCatalog.UnknownReference, at, $"The action '{action.Name}' takes no {Spelling.Quote(assignment.Name)}.{(action.With.IsEmpty ? " It takes nothing." : Hints.DidYouMean(context, assignment.Name, action.With.Select(datum => datum.Name)))}");
                continue;
            }

            given.Add(assignments.Lower(parameter, assignment, action.With[parameter], scope, at, place.Index, UsePhase.Entry));
        }

        foreach (DataDefinition parameter in action.With.Where(parameter => !parameter.Optional && parameter.Default.IsNull && !call.With.Any(assignment => assignment.Name == parameter.Name)))
        {
            context.Report(DiagnosticCatalog.FlowMisfit, place.Path.Member("action"), $"The action '{action.Name}' needs '{parameter.Name}' ({parameter.Type.ToStaticType()}). Add it under 'with'.");
        }

        return [.. given];
    }

    /// <summary>What is kept of what it gives back.</summary>
    public CompiledReturn[] Save(StepPlace place, CallStepDefinition call, ActionDefinition action)
    {
        var kept = new List<CompiledReturn>();
        foreach (ReturnDefinition entry in call.Save)
        {
            SourcePath path = place.Path.Member("save").Member(entry.Name);
            if (!AnswerLowering.TryFindDatum(context, entry.Name, path, out int slot))
            {
                continue;
            }

            int given = IndexOf(action.Returns, entry.Return);
            if (given < 0)
            {
                context.Report(DiagnosticCatalog.UnknownReference, path, $"The action '{action.Name}' does not give back {Spelling.Quote(entry.Return)}.{(action.Returns.IsEmpty ? " It gives nothing back; declare it under its 'returns'." : Hints.DidYouMean(context, entry.Return, action.Returns.Select(datum => datum.Name)))}");
                continue;
            }

            DataDefinition datum = context.Variables[slot];
            DataDefinition returned = action.Returns[given];
            if (DataTypes.FindMisfit(datum.Type, returned.Type.ToStaticType(), entry.Name) is { } misfit)
            {
                context.Report(DiagnosticCatalog.TypeMismatch, path, $"What the action gives back does not fit: {misfit}. Change the type of one of the two.");
            }
            else if (returned.Optional && !datum.Optional)
            {
                context.Report(DiagnosticCatalog.TypeMismatch, path, $"The action need not give back '{entry.Return}', and the datum '{entry.Name}' is not optional. Add \"optional\": true to the datum, or take it from the action.");
            }

            kept.Add(new CompiledReturn(slot, given, entry.Name, datum.Type, IsSecret: false));
        }

        return [.. kept];
    }

    /// <summary>Where it goes on when it fails.</summary>
    public FlowRoute[] OnError(StepPlace place, CallStepDefinition call, ActionDefinition action, INameScope scope)
    {
        if (call.OnError.IsEmpty)
        {
            return [];
        }

        NameTable error = new NameTable()
            .Add("code", NameBinding.Value(Slot.Of(Slot.Error, (int)ErrorMember.Code), StaticType.OneOf(action.Errors.Concat(ActionErrors.All))))
            .Add("message", NameBinding.Value(Slot.Of(Slot.Error, (int)ErrorMember.Message), StaticType.Text.OrNull()))
            .Add("action", NameBinding.Value(Slot.Of(Slot.Error, (int)ErrorMember.Action), StaticType.Text))
            .Add("step", NameBinding.Value(Slot.Of(Slot.Error, (int)ErrorMember.Step), StaticType.Text));
        return routes.Lower(place, new InnerScope(scope, new NameTable().Add("error", NameBinding.Group(error))), call.OnError, place.Path.Member("on_error").Kept());
    }

    private static void CheckNames(CompilationContext context, EquatableArray<DataDefinition> values, SourcePath path)
    {
        foreach (DataDefinition value in values)
        {
            DeclarationChecks.CheckName(context, value.Name, path.Member(value.Name), isName: true);
        }
    }

    private static int IndexOf(EquatableArray<DataDefinition> values, string name)
    {
        for (int i = 0; i < values.Count; i++)
        {
            if (string.Equals(values[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
