using System.Diagnostics.CodeAnalysis;
using GuidanceFlow.Definitions;
using GuidanceFlow.Templates.Binding;

namespace GuidanceFlow.Compilation;

/// <summary>Names given one by one.</summary>
internal sealed class NameTable : INameScope
{
    private readonly Dictionary<string, NameBinding> _bindings = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => _bindings.Keys;

    public NameTable Add(string name, NameBinding binding)
    {
        _bindings.TryAdd(name, binding);
        return this;
    }

    public bool TryResolve(string name, [NotNullWhen(true)] out NameBinding? binding) => _bindings.TryGetValue(name, out binding);
}

/// <summary>Names in front of those of an outer scope.</summary>
internal sealed class InnerScope(INameScope outer, NameTable names) : INameScope
{
    public IEnumerable<string> Names => names.Names.Concat(outer.Names);

    public bool TryResolve(string name, [NotNullWhen(true)] out NameBinding? binding) =>
        names.TryResolve(name, out binding) || outer.TryResolve(name, out binding);
}

/// <summary><c>answers["step-id"]</c> and <c>labels["step-id"]</c>: one name a question. Null before the answer, so never for the one just answered.</summary>
internal sealed class QuestionNames(CompilationContext context, bool labels, StepPlace? answered = null) : INameScope
{
    public IEnumerable<string> Names => context.Places.Where(place => place.Definition is AnsweredStepDefinition).Select(place => place.Definition.Id);

    public bool TryResolve(string name, [NotNullWhen(true)] out NameBinding? binding)
    {
        if (context.PlacesById.TryGetValue(name, out StepPlace? place) && place.Definition is AnsweredStepDefinition ask)
        {
            StaticType type = labels ? AnswerTypes.OfLabel(ask.Answer) : AnswerTypes.Of(ask.Answer);
            binding = NameBinding.Value(Slot.Of(labels ? Slot.Label : Slot.Answer, place.Index), place == answered && ask is not WaitStepDefinition ? type : type.OrNull());
            return true;
        }

        binding = null;
        return false;
    }
}

/// <summary>Names some of whose data are not collected yet, and therefore may be null.</summary>
internal sealed class UncollectedNames(INameScope outer, IReadOnlySet<int> slots) : INameScope
{
    public IEnumerable<string> Names => outer.Names;

    public bool TryResolve(string name, [NotNullWhen(true)] out NameBinding? binding)
    {
        if (outer.TryResolve(name, out binding) && binding.Members is null && slots.Contains(binding.Slot))
        {
            binding = NameBinding.Value(binding.Slot, binding.Type.OrNull());
        }

        return binding is not null;
    }
}

/// <summary>The names behind a question: <c>answer</c> is what was just answered, and so is that question's own entry.</summary>
internal sealed class AnsweredScope(INameScope outer, CompilationContext context, StepPlace place, AnsweredStepDefinition ask) : INameScope
{
    public IEnumerable<string> Names => outer.Names.Prepend("answer");

    public bool TryResolve(string name, [NotNullWhen(true)] out NameBinding? binding)
    {
        binding = name switch
        {
            // A wait may be over without an answer.
            "answer" => NameBinding.Value(Slot.Of(Slot.Answer, place.Index), ask is WaitStepDefinition ? AnswerTypes.Of(ask.Answer).OrNull() : AnswerTypes.Of(ask.Answer)),
            "answers" => NameBinding.Group(new QuestionNames(context, labels: false, place)),
            "labels" => NameBinding.Group(new QuestionNames(context, labels: true, place)),
            _ => null,
        };
        return binding is not null || outer.TryResolve(name, out binding);
    }
}

/// <summary>The scopes of a flow: the flow's own, and those of loops inside it.</summary>
internal sealed class Scopes
{
    private readonly CompilationContext _context;
    private readonly Dictionary<StepPlace, INameScope> _loops = [];

    public Scopes(CompilationContext context)
    {
        _context = context;
        Flow = MakeFlowScope(context);
    }

    /// <summary>What is known everywhere in the flow.</summary>
    public INameScope Flow { get; }

    /// <summary>The scope around a step: the flow's, or its innermost loop's.</summary>
    public INameScope Around(StepPlace place) => place.Loop is { } loop ? _loops.GetValueOrDefault(loop, Flow) : Flow;

    /// <summary>Makes the scope of a loop's body once the type of its items is known.</summary>
    public INameScope OpenLoop(StepPlace place, EachStepDefinition each, StaticType item)
    {
        NameTable loop = new NameTable()
            .Add("index", NameBinding.Value(Slot.Of(Slot.LoopIndex, place.Index), StaticType.Integer))
            .Add("count", NameBinding.Value(Slot.Of(Slot.LoopCount, place.Index), StaticType.Integer))
            .Add("first", NameBinding.Value(Slot.Of(Slot.LoopFirst, place.Index), StaticType.Boolean))
            .Add("last", NameBinding.Value(Slot.Of(Slot.LoopLast, place.Index), StaticType.Boolean))
            .Add("failed", NameBinding.Value(Slot.Of(Slot.LoopFailed, place.Index), StaticType.Boolean));
        NameTable names = new NameTable().Add(each.As, ItemOf(place, item)).Add("loop", NameBinding.Group(loop));
        var scope = new InnerScope(Around(place), names);
        _loops[place] = scope;
        return scope;
    }

    /// <summary>The scope in which a loop filters and orders: its item, but no <c>loop</c> yet.</summary>
    public INameScope Candidates(StepPlace place, EachStepDefinition each, StaticType item) =>
        new InnerScope(Around(place), new NameTable().Add(each.As, ItemOf(place, item)));

    /// <summary>The scope of a question's routes: <c>answer</c> is what was just answered.</summary>
    public INameScope WithAnswer(StepPlace place, AnsweredStepDefinition ask) =>
        new AnsweredScope(Around(place), _context, place, ask);

    /// <summary>The scope of a table's cells: the row's item.</summary>
    public INameScope WithRow(INameScope outer, string name, StaticType item) =>
        new InnerScope(outer, new NameTable().Add(name, NameBinding.Value(Slot.Of(Slot.RowItem, 0), item)));

    /// <summary>The scope of options made from a list: the item one is made from.</summary>
    public INameScope WithOption(INameScope outer, string name, StaticType item) =>
        new InnerScope(outer, new NameTable().Add(name, NameBinding.Value(Slot.Of(Slot.OptionItem, 0), item)));

    private static NameBinding ItemOf(StepPlace place, StaticType item) => NameBinding.Value(Slot.Of(Slot.LoopItem, place.Index), item);

    private static NameTable MakeFlowScope(CompilationContext context)
    {
        var names = new NameTable();
        for (int slot = 0; slot < context.Variables.Count; slot++)
        {
            DataDefinition variable = context.Variables[slot];
            StaticType type = variable.Type.ToStaticType();
            names.Add(variable.Name, NameBinding.Value(slot, variable.Optional && variable.Default.IsNull ? type.OrNull() : type));
        }

        var knowledge = new NameTable();
        StaticType entry = StaticType.Object(new StaticField("title", StaticType.Text), new StaticField("url", StaticType.Text), new StaticField("kind", StaticType.Text));
        for (int i = 0; i < context.Definition.Knowledge.Count; i++)
        {
            knowledge.Add(context.Definition.Knowledge[i].Id, NameBinding.Value(Slot.Of(Slot.Knowledge, i), entry));
        }

        return names
            .Add("answers", NameBinding.Group(new QuestionNames(context, labels: false)))
            .Add("labels", NameBinding.Group(new QuestionNames(context, labels: true)))
            .Add("knowledge", NameBinding.Group(knowledge))
            .Add("session", NameBinding.Group(new NameTable()
                .Add("id", Member(Slot.Session, (int)SessionMember.Id, StaticType.Text))
                .Add("locale", Member(Slot.Session, (int)SessionMember.Locale, StaticType.Text))
                .Add("path", Member(Slot.Session, (int)SessionMember.Path, StaticType.List(StaticType.Text)))
                .Add("path_titles", Member(Slot.Session, (int)SessionMember.PathTitles, StaticType.List(StaticType.Text)))
                .Add("started", Member(Slot.Session, (int)SessionMember.Started, StaticType.Date))
                .Add("turn", Member(Slot.Session, (int)SessionMember.Turn, StaticType.Integer))
                .Add("upset", Member(Slot.Session, (int)SessionMember.Upset, StaticType.Integer))
                .Add("channel", Member(Slot.Session, (int)SessionMember.Channel, StaticType.Text.OrNull()))
                .Add("customer", Member(Slot.Session, (int)SessionMember.Customer, StaticType.Text.OrNull()))))
            .Add("stage", NameBinding.Group(new NameTable()
                .Add("id", Member(Slot.Stage, (int)StageMember.Id, StaticType.Text))
                .Add("title", Member(Slot.Stage, (int)StageMember.Title, StaticType.Text))
                .Add("index", Member(Slot.Stage, (int)StageMember.Index, StaticType.Integer))
                .Add("count", Member(Slot.Stage, (int)StageMember.Count, StaticType.Integer))))
            .Add("step", NameBinding.Group(new NameTable()
                .Add("id", Member(Slot.Step, (int)StepMember.Id, StaticType.Text))
                .Add("title", Member(Slot.Step, (int)StepMember.Title, StaticType.Text))
                .Add("attempt", Member(Slot.Step, (int)StepMember.Attempt, StaticType.Integer))))
            .Add("ticket", NameBinding.Group(new NameTable()
                .Add("reference", Member(Slot.Ticket, (int)TicketMember.Reference, StaticType.Text.OrNull()))
                .Add("respond_within", Member(Slot.Ticket, (int)TicketMember.RespondWithin, StaticType.Duration.OrNull()))
                .Add("due", Member(Slot.Ticket, (int)TicketMember.Due, StaticType.Date.OrNull()))))
            .Add("error", NameBinding.Group(new NameTable()
                .Add("code", Member(Slot.Error, (int)ErrorMember.Code, StaticType.Text.OrNull()))
                .Add("message", Member(Slot.Error, (int)ErrorMember.Message, StaticType.Text.OrNull()))
                .Add("action", Member(Slot.Error, (int)ErrorMember.Action, StaticType.Text.OrNull()))
                .Add("step", Member(Slot.Error, (int)ErrorMember.Step, StaticType.Text.OrNull()))))
            .Add("fallback", NameBinding.Group(new NameTable()
                .Add("reason", Member(Slot.Fallback, (int)FallbackMember.Reason, StaticType.Text.OrNull()))
                .Add("stage", Member(Slot.Fallback, (int)FallbackMember.Stage, StaticType.Text.OrNull()))
                .Add("stage_title", Member(Slot.Fallback, (int)FallbackMember.StageTitle, StaticType.Text.OrNull()))
                .Add("step", Member(Slot.Fallback, (int)FallbackMember.Step, StaticType.Text.OrNull()))
                .Add("step_title", Member(Slot.Fallback, (int)FallbackMember.StepTitle, StaticType.Text.OrNull()))
                .Add("attempts", Member(Slot.Fallback, (int)FallbackMember.Attempts, StaticType.Integer.OrNull()))
                .Add("unrecognised", Member(Slot.Fallback, (int)FallbackMember.Unrecognised, StaticType.List(StaticType.Text).OrNull()))));
    }

    private static NameBinding Member(int kind, int member, StaticType type) => NameBinding.Value(Slot.Of(kind, member), type);
}
