using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using GuidanceFlow.Compilation;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Migration;

/// <summary>
/// Takes sessions of one version of a flow to a newer one, as the newer one's <c>migrate</c> says: where they are, in the flow and in those it runs, the data,
/// the answers, and what can be taken back. Pure: nothing is waited for, nothing is changed, and the same session always gives the same.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class MigrationPlan
{
    private readonly Dictionary<string, FlowMapping?> _flows;

    private MigrationPlan(Flow from, Flow to)
    {
        From = from;
        To = to;
        var findings = new List<Diagnostic>();
        _flows = from.Closure.ToDictionary(id => id, id => to.FindFlow(id) is { } newer ? FlowMapping.Create(from.Find(id), newer, findings) : null, StringComparer.Ordinal);
        Diagnostics = [.. findings];
    }

    /// <summary>The version whose sessions are taken over.</summary>
    public Flow From { get; }

    /// <summary>The version they go on under.</summary>
    public Flow To { get; }

    /// <summary>What is wrong with the migration, held against the older version. What has an error takes no part in it; sessions are taken over without it.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Whether there are no errors; there may be warnings all the same.</summary>
    public bool Success => Diagnostics.All(finding => finding.Severity != DiagnosticSeverity.Error);

    /// <summary>Makes a plan.</summary>
    /// <param name="from">The older version.</param>
    /// <param name="to">The newer version.</param>
    /// <exception cref="ArgumentException">They are not two versions of one flow, or the newer one's <c>migrate</c> is not from the older one.</exception>
    public static MigrationPlan Create(Flow from, Flow to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        if (from.Id != to.Id)
        {
            throw new ArgumentException($"'{from.Id}' and '{to.Id}' are two flows. Give two versions of one.", nameof(to));
        }

        return Exists(from, to)
            ? new MigrationPlan(from, to)
            : throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"Version {to.Version} of '{to.Id}' takes no sessions of version {from.Version} over. Add \"migrate\": {{ \"from\": [{from.Version}] }} to it."),
                nameof(to));
    }

    /// <summary>Whether a version takes sessions of another one over.</summary>
    internal static bool Exists(Flow from, Flow to) => from.Id == to.Id && from.Version < to.Version && to.Definition.Migrate?.From.Contains(from.Version) == true;

    /// <summary>Takes a session over. Never throws for what the migration says.</summary>
    /// <param name="session">A session of <see cref="From"/> that waits; it is never changed.</param>
    /// <exception cref="ArgumentException">The session is of another flow or version, or does not wait.</exception>
    public MigratedSession Migrate(GuidanceSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (session.Flow.Id != From.Id || session.Flow.StructureHash != From.StructureHash)
        {
            throw new ArgumentException($"The session is not of version {From.Version.ToString(CultureInfo.InvariantCulture)} of '{From.Id}'. Read it with that.", nameof(session));
        }

        if (session.Status != SessionStatus.Waiting)
        {
            throw new ArgumentException("The session does not wait: it is over, was never started, or an action or a person has it, behind which it can be taken over. Leave it as it is.", nameof(session));
        }

        var mapping = new SessionMapping(From, To, _flows);
        SessionState old = session.State;
        SessionState? mapped = mapping.Map(old);
        string why = Sentence(mapping.Why);
        string[] left = [.. mapping.Left];
        List<PastState> past = PastStates.Of(From, old);
        List<(PastState Past, SessionState State)> mappedPast = [.. past.Select(each => (Past: each, State: mapping.Map(each.State)!)).Where(each => each.State is not null)];
        if (mapped is not null)
        {
            return TakeOver(session, mapping, mapped, left, mappedPast);
        }

        return To.Definition.Migrate!.Unmapped switch
        {
            UnmappedPolicy.Rewind when mappedPast.FindIndex(each => !each.Past.IsBeyond) is >= 0 and int at => Rewind(session, mapping, mappedPast, at, why),
            UnmappedPolicy.Rewind => Orphan(session, why, "No question it answered is left to go back to."),
            UnmappedPolicy.Handoff => HandOff(session, mapping, why),
            _ => Orphan(session, why),
        };
    }

    private MigratedSession TakeOver(GuidanceSession session, SessionMapping mapping, SessionState state, string[] left, List<(PastState Past, SessionState State)> past)
    {
        SessionState old = session.State;
        var question = new QuestionMapping((AskStep)StepOf(state), old.Unrecognised, old.Offered, old.Confirming);
        SessionState taken = state with
        {
            Unrecognised = question.MustBeAsked ? [] : question.Unrecognised,
            Offered = question.MustBeAsked ? [] : question.Offered,
            Confirming = question.MustBeAsked ? null : question.Confirming,
            Timers = TimersOf(old, (AskStep)StepOf(state)),
            Secrets = SecretsOf(mapping, old, state),
            Undo = UndoMapping.LogOf(To, mapping, state, past, old.Undo.End),
        };
        var reasons = new List<string>();
        if (StepOf(taken).Id != session.Step!.Id)
        {
            reasons.Add($"'{session.Step.Id}' is '{StepOf(taken).Id}' now.");
        }

        reasons.AddRange(left.Select(id => $"What '{id}' was answered is left behind."));
        if (taken.Undo.Count < old.Undo.Count)
        {
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"Of {old.Undo.Count} answers that could be taken back, {taken.Undo.Count} still can."));
        }

        var migrated = new GuidanceSession(To, taken);
        if (question.MustBeAsked)
        {
            return new MigratedSession(MigrationOutcome.Rewound, migrated, session, asksAgain: true, [.. reasons, $"'{StepOf(taken).Id}' is asked again, as what it offered or restated is not its own any more."]);
        }

        MigrationOutcome outcome = reasons.Count == 0 && IsSame(session, migrated) ? MigrationOutcome.Same : MigrationOutcome.Mapped;
        if (outcome == MigrationOutcome.Mapped && reasons.Count == 0)
        {
            reasons.Add("Steps, loops or data have other ids, names or values now.");
        }

        return new MigratedSession(outcome, migrated, session, asksAgain: false, [.. reasons]);
    }

    private MigratedSession Rewind(GuidanceSession session, SessionMapping mapping, List<(PastState Past, SessionState State)> past, int at, string why)
    {
        SessionState state = past[at].State;
        SessionState rewound = state with
        {
            Timers = [],
            Secrets = SecretsOf(mapping, past[at].Past.State, state),
            Undo = UndoMapping.LogOf(To, mapping, state, past[(at + 1)..], session.State.Undo.End),
        };
        return new MigratedSession(MigrationOutcome.Rewound, new GuidanceSession(To, rewound), session, asksAgain: true, [why, $"'{StepOf(rewound).Id}' is asked again; what came of its answer and of those behind it is taken back."]);
    }

    private static MigratedSession Orphan(GuidanceSession session, params ReadOnlySpan<string> reasons) =>
        new(MigrationOutcome.Orphaned, session, session, asksAgain: false, [.. reasons]);

    private MigratedSession HandOff(GuidanceSession session, SessionMapping mapping, string why)
    {
        SessionState old = session.State;
        var run = new TurnRun(new EvaluationContext(From, old, DateTimeOffset.UnixEpoch) { Step = old.Step });
        FlowRun.LeaveAll(run);
        FlowMapping root = _flows[From.Id]!;
        if (mapping.DataOf(root, run.Context.Data) is not { } data)
        {
            return Orphan(session, why, Sentence(mapping.Why));
        }

        SessionState state = old with
        {
            Step = Target.None,
            Locale = To.ResolveLocale(old.Locale),
            Data = data,
            Answers = mapping.AnswersOf(root, run.Context.Answers),
            Loop = null,
            Caller = null,
            Known = [],
            Chosen = [],
            Fallback = null,
            Offered = [],
            Unrecognised = [],
            Confirming = null,
            Timers = [],
            Undo = UndoLog.Empty,
        };
        state = state with { Secrets = SecretsOf(mapping, run.Context.State with { Data = run.Context.Data, Answers = run.Context.Answers }, state) };
        FlowStep step = session.Step!;
        var info = new FallbackInfo(FallbackReason.Migration, step.Stage.Id, step.Id, old.Unrecognised.Length, old.Unrecognised.ToEquatableArray());
        return new MigratedSession(session, new GuidanceSession(To, state), info, [why]);
    }

    /// <summary>The timers that still mean something; those that are new begin with the next turn.</summary>
    private SessionTimer[] TimersOf(SessionState old, AskStep ask) => old.Timers.Length == 0 ? old.Timers : Array.FindAll(old.Timers, timer => timer.Id switch
    {
        SessionTimer.Remind => ask.Silence?.RemindAfter is not null,
        SessionTimer.GiveUp => ask.Silence?.GiveUpAfter is not null,
        SessionTimer.Wait => ask.Wait is not null,
        _ => To.Parts.ExpiresAfter is not null,
    });

    /// <summary>The secrets that the newer version would not know as such.</summary>
    private string[] SecretsOf(SessionMapping mapping, SessionState old, SessionState state)
    {
        var secrets = new List<string>(old.Secrets);
        var context = new EvaluationContext(From, old, DateTimeOffset.UnixEpoch);
        Value[] data = state.Data;
        for (CallFrame? frame = state.Caller; ; frame = frame.Outer)
        {
            if (mapping.Of(context.Flow.Id) is { KeepsSecrets: false } flow)
            {
                secrets.AddRange(data.Where((_, slot) => !Secrets.IsSecret(flow.To, slot)).SelectMany(value => Secrets.In(context, value)));
            }

            if (frame is null || context.State.Caller is not { } waits)
            {
                break;
            }

            (context, data) = (Frames.Leave(context, waits), frame.Data);
        }

        return secrets.Count == old.Secrets.Length ? old.Secrets : [.. secrets.Distinct(StringComparer.Ordinal)];
    }

    private FlowStep StepOf(SessionState state) => (state.Caller is { } caller ? To.Find(caller.Running) : To).Nodes[state.Step];

    /// <summary>Whether two sessions hold the same under the same ids and names; how answers are taken back may be noted otherwise.</summary>
    private static bool IsSame(GuidanceSession one, GuidanceSession other)
    {
        using JsonDocument before = JsonDocument.Parse(SessionSnapshot.Write(one));
        using JsonDocument after = JsonDocument.Parse(SessionSnapshot.Write(other));
        return Members(before).SequenceEqual(Members(after));

        static IEnumerable<(string, string)> Members(JsonDocument snapshot) => snapshot.RootElement.EnumerateObject()
            .Where(member => member.Name is not ("flow_version" or "structure" or "undo" or "undo_floor" or "undo_end"))
            .Select(member => (member.Name, member.Value.GetRawText()));
    }

    private static string Sentence(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..] + ".";
}
