using GuidanceFlow.Answers;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Prompts;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Binding;

namespace GuidanceFlow.Compilation;

/// <summary>Compiles every step in the order of the file, so that a loop's scope is open before its body.</summary>
internal sealed class StepLowering
{
    private static readonly Localized<Template[]> NoRetries = new([]);
    private static readonly Localized<Template?> NoConfirm = new(null);

    private readonly CompilationContext _context;
    private readonly Scopes _scopes;
    private readonly TemplateBinder _binder;
    private readonly TargetResolver _targets;
    private readonly RouteLowering _routes;
    private readonly PromptLowering[] _prompts;
    private readonly AnswerLowering _answers;
    private readonly OptionChecks _options;
    private readonly DecideLowering _decisions;
    private readonly AssignmentLowering _assignments;
    private readonly RunLowering _runs;
    private readonly TimeLowering _time;
    private readonly CallLowering _calls;
    private readonly TranslatedTexts?[] _languages;
    private readonly TemplateBinder[] _binders;
    private readonly Dictionary<string, TicketDefinition> _tickets;

    private StepLowering(CompilationContext context)
    {
        _context = context;
        _scopes = new Scopes(context);
        _binder = new TemplateBinder(context);
        _targets = new TargetResolver(context);
        _routes = new RouteLowering(context, _binder, _targets);
        _languages = [null, .. context.TranslatedTexts];
        _binders = [_binder, .. context.TranslatedTexts.Select(texts => new TemplateBinder(context, texts))];
        _prompts = [.. _languages.Select((texts, locale) => new PromptLowering(context, _scopes, _binders[locale], texts))];
        _answers = new AnswerLowering(context, _scopes, _binder, _targets);
        _options = new OptionChecks(context);
        _decisions = new DecideLowering(context, _binder, _targets);
        _assignments = new AssignmentLowering(context, _binder);
        _runs = new RunLowering(context, _assignments);
        _calls = new CallLowering(context, _assignments, _routes);
        _time = new TimeLowering(context, _targets, _scopes, _binders, _assignments);
        _tickets = context.Definition.Tickets.GroupBy(ticket => ticket.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    }

    public static FlowStep[] Run(CompilationContext context)
    {
        var lowering = new StepLowering(context);
        lowering._targets.ResolveShared(context.Definition.Fallback, SourcePath.Root);
        for (int i = 0; i < context.Definition.Stages.Count; i++)
        {
            lowering._targets.ResolveShared(context.Definition.Stages[i].Fallback, SourcePath.Root.Member("stages").Item(i));
        }

        lowering._time.CheckShared();
        FlowStep[] steps = [.. context.Places.Select(lowering.Lower)];
        context.Interrupts = lowering._runs.LowerInterrupts(lowering._scopes.Flow, lowering._languages);
        context.Upset = UpsetLowering.Lower(context, lowering._targets, lowering._scopes.Flow, lowering._languages, lowering._binders);
        context.ExpiryText = lowering._time.LowerExpiry();
        lowering.BindUnfiled(steps);
        foreach (TemplateBinder binder in lowering._binders)
        {
            binder.Partials.CheckUnused(lowering._scopes.Flow);
        }

        return steps;
    }

    private FlowStep Lower(StepPlace place) => place.Definition switch
    {
        SayStepDefinition say => new SayStep(place) { Prompt = Prompt(say.Text, say.Show, say.Variants, place), When = When(place), Routes = Routes(place), Sibling = place.Sibling },
        AnsweredStepDefinition ask => LowerAsk(place, ask),
        SetStepDefinition set => LowerSet(place, set),
        BranchStepDefinition => new BranchStep(place) { When = When(place), Routes = Routes(place), Sibling = place.Sibling },
        DecideStepDefinition decide => _decisions.Lower(place, decide, _scopes.Around(place), Routes(place), When(place)),
        EachStepDefinition each => LowerEach(place, each),
        RunStepDefinition run => LowerRun(place, run),
        CallStepDefinition call => LowerCall(place, call),
        HandoffStepDefinition handoff => LowerHandoff(place, handoff),
        TicketStepDefinition ticket => LowerTicket(place, ticket),
        EndStepDefinition end => LowerEnd(place, end),
        _ => throw new InvalidOperationException("Unknown kind of step."),
    };

    private AskStep LowerAsk(StepPlace place, AnsweredStepDefinition ask)
    {
        int fallback = _targets.FallbackOf(place, ask);
        var question = ask as AskStepDefinition;
        var lowered = new AskStep(place)
        {
            Prompt = Prompt(ask.Text, ask.Show, ask.Variants, place),
            Answers = LowerAnswers(place, ask),
            SaveSlot = _answers.SaveSlotOf(place, ask),
            IsSensitive = question is { Sensitive: true },
            Confirm = question?.Confirm is not { } confirm ? NoConfirm : LowerConfirm(place, ask, confirm),
            Measure = question?.Measure is { } measure ? Definitions.Reading.AskStepReader.Measures.Of(measure) : null,
            WhenKnown = question?.WhenKnown ?? KnownAnswerPolicy.Skip,
            Retries = LowerRetries(place, question, "texts", static retry => retry.Texts),
            InvalidRetries = LowerRetries(place, question, "invalid", static retry => retry.Invalid),
            Silence = _time.LowerSilence(place, ask),
            Wait = ask is WaitStepDefinition wait ? _time.LowerWait(place, wait) : null,
            Attempts = _targets.AttemptsOf(place, ask),
            FallbackTarget = fallback,
            PersonTarget = _targets.PersonOf(place, fallback),
            When = When(place),
            Routes = _routes.Lower(place, _scopes.WithAnswer(place, ask)),
            Sibling = place.Sibling,
        };

        // While all of it is at hand in the processor: in a large flow nothing is, once all steps are compiled.
        _options.Check(lowered);
        return lowered;
    }

    private EndStep LowerEnd(StepPlace place, EndStepDefinition end) => new(place)
    {
        Outcome = end.Outcome,
        Prompt = InAll(locale => _prompts[locale].Lower(end.Text, end.Show, default, place)),
        FollowUp = _time.LowerFollowUp(place, end),
        When = When(place),
        Sibling = place.Sibling,
    };

    private Localized<Template?> LowerConfirm(StepPlace place, AnsweredStepDefinition ask, string confirm) =>
        InAll(locale => (Template?)_binders[locale].Template(confirm, _scopes.WithAnswer(place, ask), place.Path.Member("confirm"), place.Index, UsePhase.Entry));

    private SetStep LowerSet(StepPlace place, SetStepDefinition set)
    {
        SourcePath path = place.Path.Member("values");
        var values = new List<CompiledAssignment>();
        for (int i = 0; i < set.Values.Count; i++)
        {
            AssignmentDefinition assignment = set.Values[i];
            SourcePath at = path.Member(assignment.Name);
            if (AnswerLowering.TryFindDatum(_context, assignment.Name, at, out int slot))
            {
                values.Add(_assignments.Lower(slot, assignment, _context.Variables[slot], _scopes.Around(place), at, place.Index, UsePhase.Assignment(i)));
            }
            else
            {
                _binder.Expression(assignment.Value, _scopes.Around(place), at, place.Index, UsePhase.Assignment(i));
            }
        }

        return new SetStep(place) { Values = [.. values], When = When(place), Routes = Routes(place), Sibling = place.Sibling };
    }

    private RunStep LowerRun(StepPlace place, RunStepDefinition run)
    {
        CompiledRun compiled = _runs.Lower(run.Flow, run.With, run.Save, place.Path, "flow", _scopes.Around(place), place.Index);
        int fallback = compiled.LeavesFallback ? _targets.FallbackOf(place, run) : Target.None;
        return new RunStep(place)
        {
            Run = compiled,
            FallbackTarget = fallback,
            PersonTarget = _targets.PersonOf(place, fallback),
            When = When(place),
            Routes = Routes(place),
            Sibling = place.Sibling,
        };
    }

    private CallStep LowerCall(StepPlace place, CallStepDefinition call)
    {
        ActionDefinition? declared = _calls.Find(place, call);
        ActionDefinition action = declared ?? new ActionDefinition { Name = call.Action };
        INameScope scope = _scopes.Around(place);
        int fallback = _targets.FallbackOf(place, call.Fallback, $"When something else than its action fails at '{call.Id}', or a customer asks for a person there, nothing happens. Give the flow a 'fallback' with a 'goto', or the stage, or this step.");
        return new CallStep(place)
        {
            Action = action,
            With = declared is null ? [] : _calls.With(place, call, action, scope),
            Save = declared is null ? [] : _calls.Save(place, call, action),
            Prompt = InAll(locale => _prompts[locale].Lower(call.Text, default, default, place)),
            Timeout = call.Timeout ?? CallStepDefinition.DefaultTimeout,
            Retries = call.Retries?.Times ?? 0,
            FirstPause = call.Retries?.After ?? TimeSpan.Zero,
            IsRepeatable = call.Repeatable,
            OnError = _calls.OnError(place, call, action, scope),
            FallbackTarget = fallback,
            PersonTarget = _targets.PersonOf(place, fallback),
            When = When(place),
            Routes = Routes(place),
            Sibling = place.Sibling,
        };
    }

    private HandoffStep LowerHandoff(StepPlace place, HandoffStepDefinition handoff)
    {
        INameScope scope = _scopes.Around(place);
        int fallback = _targets.FallbackOf(place, handoff.Fallback, $"When something fails at '{handoff.Id}', nothing happens. Give the flow a 'fallback' with a 'goto', or the stage, or this step.");
        for (int i = 0; i < handoff.Evidence.Count; i++)
        {
            if (!_context.Slots.ContainsKey(handoff.Evidence[i]))
            {
                _context.Report(DiagnosticCatalog.UnknownReference, place.Path.Member("evidence").Item(i), $"There is no datum or input {Spelling.Quote(handoff.Evidence[i])}.{Hints.DidYouMean(_context, handoff.Evidence[i], _context.Slots.Keys)}");
            }
        }

        GuidanceRules.Check(_context, place, handoff);
        return new HandoffStep(place)
        {
            Definition = handoff,
            Prompt = Prompt(handoff.Text, handoff.Show, default, place),
            Situation = InAll(locale => _binders[locale].Template(handoff.Situation, scope, place.Path.Member("situation"), place.Index, UsePhase.Entry)),
            Evidence = SlotsOf(handoff.Evidence),
            Silence = _time.LowerReminders(place, handoff),
            TimeoutTarget = handoff.Timeout is { } timeout ? _targets.Resolve(timeout.Goto, place, place.Path.Member("timeout")) : null,
            FallbackTarget = fallback,
            PersonTarget = Target.None,
            When = When(place),
            Routes = handoff.OnReturn.IsEmpty ? [new FlowRoute(null, place.Sibling)] : _routes.Lower(place, scope, handoff.OnReturn, place.Path.Member("on_return").Kept()),
            Sibling = place.Sibling,
        };
    }

    private EachStep LowerEach(StepPlace place, EachStepDefinition each)
    {
        INameScope outer = _scopes.Around(place);
        Expression list = _binder.Expression(each.In, outer, place.Path.Member("in"), place.Index, UsePhase.Entry, StaticType.List(StaticType.Any), "This list may be null. Add '?? []'.");
        StaticType item = list.Type.Item ?? StaticType.Any;
        DeclarationChecks.CheckName(_context, each.As, place.Path.Member("as"), isName: false);
        if (outer.TryResolve(each.As, out _))
        {
            _context.Report(DiagnosticCatalog.DuplicateName, place.Path.Member("as"), $"'{each.As}' is a name of the flow already. Call the item something else.");
        }

        INameScope candidates = _scopes.Candidates(place, each, item);
        INameScope body = _scopes.OpenLoop(place, each, item);
        var collect = new List<CompiledAssignment>();
        foreach (AssignmentDefinition assignment in each.Collect)
        {
            LowerCollect(place, assignment, body, collect);
        }

        return new EachStep(place)
        {
            In = list,
            Where = _binder.Guard(each.Where, candidates, place.Path.Member("where"), place.Index, UsePhase.Entry),
            OrderBy = each.OrderBy is null ? null : _binder.Expression(each.OrderBy, candidates, place.Path.Member("order_by"), place.Index, UsePhase.Entry),
            Body = place.Index + 1,
            Collect = [.. collect],
            OnFailure = each.OnFailure,
            FallbackTarget = _targets.InheritedFallback(place),
            When = When(place),
            Routes = Routes(place),
            Sibling = place.Sibling,
        };
    }

    private void LowerCollect(StepPlace place, AssignmentDefinition assignment, INameScope body, List<CompiledAssignment> collect)
    {
        SourcePath path = place.Path.Member("collect").Member(assignment.Name);
        if (!AnswerLowering.TryFindDatum(_context, assignment.Name, path, out int slot))
        {
            _binder.Expression(assignment.Value, body, path, place.Index, UsePhase.ItemEnd);
            return;
        }

        DataType type = _context.Variables[slot].Type;
        if (type.Kind != DataKind.List)
        {
            _binder.Expression(assignment.Value, body, path, place.Index, UsePhase.ItemEnd);
            _context.Report(DiagnosticCatalog.TypeMismatch, path, $"'{assignment.Name}' is {type.ToStaticType()}, but items are collected in a list. Declare it as 'list of {type.ToStaticType()}'.");
            return;
        }

        Expression value = _binder.Expression(assignment.Value, body, path, place.Index, UsePhase.ItemEnd, DataTypes.KindOf(type.Item!));
        collect.Add(_assignments.Check(slot, value, assignment.Name, type.Item!, path));
    }

    /// <summary>Checks the texts of tickets that no step files.</summary>
    private void BindUnfiled(FlowStep[] steps)
    {
        HashSet<string> filed = [.. steps.OfType<TicketStep>().Select(step => step.Ticket.Definition.Id)];
        foreach (TicketDefinition ticket in _tickets.Values.Where(ticket => !filed.Contains(ticket.Id)))
        {
            SourcePath path = SourcePath.Root.Member("tickets").Member(ticket.Id);
            foreach (TemplateBinder binder in _binders)
            {
                binder.Template(ticket.Subject, _scopes.Flow, path.Member("subject"), step: -1, UsePhase.Entry);
                binder.Template(ticket.Body, _scopes.Flow, path.Member("body"), step: -1, UsePhase.Entry);
            }
        }
    }

    private TicketStep LowerTicket(StepPlace place, TicketStepDefinition step)
    {
        if (!_tickets.TryGetValue(step.Ticket, out TicketDefinition? definition))
        {
            _context.Report(DiagnosticCatalog.UnknownReference, place.Path.Member("ticket"), $"There is no ticket {Spelling.Quote(step.Ticket)}.{Hints.DidYouMean(_context, step.Ticket, _tickets.Keys)}");
            definition = new TicketDefinition { Id = step.Ticket, Queue = string.Empty, Subject = string.Empty, Body = string.Empty };
        }

        SourcePath path = SourcePath.Root.Member("tickets").Member(definition.Id);
        return new TicketStep(place)
        {
            Ticket = new CompiledTicket(
                definition,
                InAll(locale => _binders[locale].Template(definition.Subject, _scopes.Flow, path.Member("subject"), place.Index, UsePhase.Entry)),
                InAll(locale => _binders[locale].Template(definition.Body, _scopes.Flow, path.Member("body"), place.Index, UsePhase.Entry)),
                SlotsOf(definition.Evidence),
                TicketGrade.Of(_context, definition)),
            Prompt = InAll(locale => _prompts[locale].Lower(step.Text, step.Show, default, place)),
            When = When(place),
            Routes = Routes(place),
            Sibling = place.Sibling,
        };
    }

    /// <summary>The slots of names; one that is not declared is reported elsewhere.</summary>
    private int[] SlotsOf(EquatableArray<string> names)
    {
        var slots = new List<int>();
        foreach (string name in names)
        {
            if (_context.Slots.TryGetValue(name, out int slot))
            {
                slots.Add(slot);
            }
        }

        return [.. slots];
    }

    private Localized<CompiledPrompt> Prompt(string text, EquatableArray<BlockDefinition> show, EquatableArray<VariantDefinition> variants, StepPlace place)
    {
        var prompts = new Localized<CompiledPrompt>(_prompts[0].Lower(text, show, variants, place)!);
        return _languages.Length == 1 ? prompts : TranslatePrompt(prompts.Source, text, show, variants, place);
    }

    private Localized<CompiledPrompt> TranslatePrompt(CompiledPrompt source, string text, EquatableArray<BlockDefinition> show, EquatableArray<VariantDefinition> variants, StepPlace place) =>
        InAll(locale => locale == 0 ? source : _prompts[locale].Lower(text, show, variants, place)!);

    private Localized<AnswerSpec> LowerAnswers(StepPlace place, AnsweredStepDefinition ask)
    {
        var answers = new Localized<AnswerSpec>(_answers.Lower(place, ask));
        return _languages.Length == 1 ? answers : TranslateAnswers(answers.Source, place, ask);
    }

    private Localized<AnswerSpec> TranslateAnswers(AnswerSpec source, StepPlace place, AnsweredStepDefinition ask) =>
        InAll(locale => _languages[locale] is { } texts ? _answers.Translate(source, place, ask, texts, _binders[locale]) : source);

    /// <summary>The step's own texts, else its stage's, else the flow's.</summary>
    private Localized<Template[]> LowerRetries(StepPlace place, AskStepDefinition? ask, string member, Func<RetryDefinition, EquatableArray<string>> of)
    {
        if (ask is null)
        {
            return NoRetries;
        }

        (RetryDefinition? stage, SourcePath path) = _context.StageRetries[place.Stage];
        foreach ((RetryDefinition? retry, SourcePath owner) in (ReadOnlySpan<(RetryDefinition?, SourcePath)>)[(ask.Retry, place.Path), (stage, path), (_context.Definition.Retry, SourcePath.Root)])
        {
            if (retry is not null && of(retry) is { IsEmpty: false } texts)
            {
                return LowerTexts(place, texts, owner.Member("retry").Member(member).Kept());
            }
        }

        return NoRetries;
    }

    private Localized<Template[]> LowerTexts(StepPlace place, EquatableArray<string> retries, SourcePath path) =>
        InAll(locale => retries.Select((text, i) => _binders[locale].Template(text, _scopes.Around(place), path.Item(i), place.Index, UsePhase.Entry)).ToArray());

    private Localized<T> InAll<T>(Func<int, T> make)
    {
        T source = make(0);
        if (_languages.Length == 1)
        {
            return new Localized<T>(source);
        }

        var others = new T[_languages.Length - 1];
        for (int i = 0; i < others.Length; i++)
        {
            others[i] = make(i + 1);
        }

        return new Localized<T>(source, others);
    }

    private Expression? When(StepPlace place) => _binder.Guard(place.Definition.When, _scopes.Around(place), place.Path.Member("when"), place.Index, UsePhase.Entry);

    private FlowRoute[] Routes(StepPlace place) => _routes.Lower(place, _scopes.Around(place));
}
