using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Compilation;

/// <summary>Turns what routes and fallbacks say into targets, and reports what leads nowhere.</summary>
internal sealed class TargetResolver(CompilationContext context)
{
    private const int DefaultAttempts = 3;

    /// <param name="target">What the <c>goto</c> says.</param>
    /// <param name="from">The step that is left.</param>
    /// <param name="path">What has the <c>goto</c>: a route, an option, a fallback.</param>
    public int Resolve(string target, StepPlace from, SourcePath path)
    {
        if (target.StartsWith('@'))
        {
            return ResolveReserved(target, from, path);
        }

        if (!context.PlacesById.TryGetValue(target, out StepPlace? place))
        {
            context.Report(DiagnosticCatalog.UnknownTarget, path.Member("goto"), $"Route to {Spelling.Quote(target)}: no such step.{Hints.ForTarget(context, target)}");
            return Target.None;
        }

        if (place.Stage.Interrupt != from.Stage.Interrupt)
        {
            context.Report(DiagnosticCatalog.JumpIntoLoop, path.Member("goto"), place.Stage.Interrupt is { } interrupt
                ? $"'{target}' stands in the interrupt '{interrupt}', which only a customer's words lead to. Name a step outside."
                : $"'{target}' stands outside the interrupt '{from.Stage.Interrupt}', behind which the question is asked again. Name a step inside, or an 'end' there.");
            return Target.None;
        }

        if (place.Loop is { } loop && !from.IsInside(loop))
        {
            context.Report(DiagnosticCatalog.JumpIntoLoop, path.Member("goto"), $"'{target}' stands inside the loop '{loop.Definition.Id}', which is only entered at its head. Go to '{loop.Definition.Id}' instead.");
            return Target.None;
        }

        return place.Index;
    }

    /// <summary>Where a fallback leads that stands at the flow or at a stage.</summary>
    public int ResolveShared(FallbackDefinition? fallback, SourcePath path) => ResolveOutside(fallback?.Goto, path.Member("fallback").Member("goto"), "Fallback to");

    /// <summary>A step that may be led to from anywhere, and therefore stands outside of loops and interrupts; <see cref="Target.None"/> for none.</summary>
    /// <param name="target">Its id; null for none.</param>
    /// <param name="at">Where that is written.</param>
    /// <param name="what">How a message begins that there is no such step.</param>
    public int ResolveOutside(string? target, SourcePath at, string what)
    {
        if (target is null)
        {
            return Target.None;
        }

        if (!context.PlacesById.TryGetValue(target, out StepPlace? place))
        {
            context.Report(DiagnosticCatalog.UnknownTarget, at, $"{what} {Spelling.Quote(target)}: no such step.{Hints.ForTarget(context, target)}");
            return Target.None;
        }

        if (place.Stage.Interrupt is { } interrupt)
        {
            context.Report(DiagnosticCatalog.JumpIntoLoop, at, $"'{target}' stands in the interrupt '{interrupt}', which only a customer's words lead to. Name a step outside.");
            return Target.None;
        }

        if (place.Loop is { } loop)
        {
            context.Report(DiagnosticCatalog.JumpIntoLoop, at, $"'{target}' stands inside the loop '{loop.Definition.Id}', and this way also comes from outside. Name a step outside loops.");
            return Target.None;
        }

        return place.Index;
    }

    /// <summary>How many answers a question takes that are not understood.</summary>
    public int AttemptsOf(StepPlace place, AnsweredStepDefinition ask)
    {
        if (ask is WaitStepDefinition)
        {
            // Time goes on whatever the customer says.
            return int.MaxValue;
        }

        int attempts = ask.Fallback?.Attempts ?? context.StageFallbacks[place.Stage]?.Attempts ?? context.Definition.Fallback?.Attempts ?? DefaultAttempts;
        if (attempts is < 1 or > 20)
        {
            context.Report(DiagnosticCatalog.InvalidValue, place.Path, $"The step '{ask.Id}' allows {attempts} attempts; 1 to 20 are possible.");
        }

        return attempts;
    }

    /// <summary>
    /// Where a question leads that was not understood: its own fallback, else the policy of a loop around it, else the stage's
    /// fallback, else the flow's.
    /// </summary>
    public int FallbackOf(StepPlace place, AnsweredStepDefinition ask)
    {
        if (ask.Fallback?.Goto is { } own)
        {
            return Resolve(own, place, place.Path.Member("fallback"));
        }

        int inherited = InheritedFallback(place);
        if (LeadsNowhere(place, inherited))
        {
            context.Report(DiagnosticCatalog.NoFallback, place.Path, ask is WaitStepDefinition
                ? $"When something fails at '{ask.Id}', nothing happens. Give the flow a 'fallback' with a 'goto', or the stage, or this step."
                : $"When '{ask.Id}' is not understood, nothing happens. Give the flow a 'fallback' with a 'goto', or the stage, or this step.");
        }

        return inherited;
    }

    /// <summary>Where another step leads that may fail, where it does not say it otherwise.</summary>
    /// <param name="place">The step.</param>
    /// <param name="fallback">Its own fallback; null for none.</param>
    /// <param name="whenNone">What to report where there is none at all.</param>
    public int FallbackOf(StepPlace place, FallbackDefinition? fallback, string whenNone)
    {
        if (fallback?.Goto is { } own)
        {
            return Resolve(own, place, place.Path.Member("fallback"));
        }

        int inherited = InheritedFallback(place);
        if (LeadsNowhere(place, inherited))
        {
            context.Report(DiagnosticCatalog.NoFallback, place.Path, whenNone);
        }

        return inherited;
    }

    /// <summary>Where a fallback leads that a flow which is run leaves to this one.</summary>
    public int FallbackOf(StepPlace place, RunStepDefinition run)
    {
        int inherited = InheritedFallback(place);
        if (LeadsNowhere(place, inherited))
        {
            context.Report(DiagnosticCatalog.NoFallback, place.Path, $"When a question of '{run.Flow}' is not understood, nothing happens, as that flow has no fallback of its own. Give one of the two flows a 'fallback' with a 'goto'.");
        }

        return inherited;
    }

    // A flow that another one runs may leave it to that, and an interrupt leaves it to the question.
    private bool LeadsNowhere(StepPlace place, int inherited) => inherited == Target.None && !context.IsRun && place.Stage.Interrupt is null && !HasSharedFallback(place);

    /// <summary>Where a failure inside loops or stages leads.</summary>
    public int InheritedFallback(StepPlace place)
    {
        for (StepPlace? loop = place.Loop; loop is not null; loop = loop.Loop)
        {
            if (((EachStepDefinition)loop.Definition).OnFailure is not null)
            {
                return Target.Fail;
            }
        }

        return SharedFallback(place);
    }

    /// <summary>Where a customer who asks for a person is led: where the flow says, else where the question's fallback leads, but out of any loop, as no next item helps them.</summary>
    /// <param name="place">The question.</param>
    /// <param name="fallback">Where its fallback leads.</param>
    public int PersonOf(StepPlace place, int fallback) =>
        context.PersonTarget != Target.None && place.Stage.Interrupt is null ? context.PersonTarget : fallback is >= 0 or Target.None ? fallback : SharedFallback(place);

    /// <summary>Where the fallback of the stage, else of the flow leads; nowhere inside an interrupt, which leaves it to the question.</summary>
    private int SharedFallback(StepPlace place)
    {
        if (place.Stage.Interrupt is not null)
        {
            return Target.None;
        }

        string? target = context.StageFallbacks[place.Stage]?.Goto ?? context.Definition.Fallback?.Goto;
        return target is not null && context.PlacesById.TryGetValue(target, out StepPlace? step) && step.Loop is null ? step.Index : Target.None;
    }

    /// <summary>Whether a fallback is written at the stage or the flow; one that leads nowhere is reported where it stands.</summary>
    private bool HasSharedFallback(StepPlace place) => (context.StageFallbacks[place.Stage]?.Goto ?? context.Definition.Fallback?.Goto) is not null;

    private int ResolveReserved(string target, StepPlace from, SourcePath path)
    {
        switch (target)
        {
            case "@next":
                return from.Sibling;
            case "@break" when from.Loop is not null:
                return Target.Break;
            case "@fail" when from.Loop is not null:
                if (LeadsNowhere(from, InheritedFallback(from)))
                {
                    context.Report(DiagnosticCatalog.NoFallback, path.Member("goto"), "A failed item leads nowhere. Give the loop an 'on_failure', or the flow a 'fallback' with a 'goto'.");
                }

                return Target.Fail;
            case "@break" or "@fail":
                context.Report(DiagnosticCatalog.ReservedTarget, path.Member("goto"), $"'{target}' means something only inside an 'each' step. Name a step.");
                return Target.None;
            default:
                context.Report(DiagnosticCatalog.UnknownTarget, path.Member("goto"), $"Route to {Spelling.Quote(target)}: no such target. Use '@next', or inside 'each' '@break' or '@fail'.");
                return Target.None;
        }
    }
}
