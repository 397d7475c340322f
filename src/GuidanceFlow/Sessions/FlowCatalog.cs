using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using GuidanceFlow.Compilation;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Engine;
using GuidanceFlow.Migration;

namespace GuidanceFlow.Sessions;

/// <summary>The flows a host serves, by id and version. Immutable and thread-safe.</summary>
/// <remarks>
/// New sessions begin with the newest version that is not retired; sessions stay on theirs, unless a newer version's <c>migrate</c> is from it. Of several such versions the newest one takes
/// them, and from there they go on in the same way.
/// </remarks>
public sealed class FlowCatalog
{
    private readonly FrozenDictionary<(string Id, int Version), Flow> _flows;
    private readonly FrozenDictionary<string, Flow> _latest;
    private readonly FrozenDictionary<(string Id, int Version), MigrationPlan[]> _plans;
    private readonly FrozenSet<(string Id, int Version)> _retired;

    /// <summary>Makes a catalogue.</summary>
    /// <exception cref="ArgumentException">Two flows have the same id and version.</exception>
    /// <exception cref="FlowCompilationException">A flow's <c>migrate</c> has errors, held against an older version in the catalogue.</exception>
    public FlowCatalog(IEnumerable<Flow> flows)
    {
        ArgumentNullException.ThrowIfNull(flows);
        Flow[] all = [.. flows];
        IGrouping<(string Id, int Version), Flow>? twice = all.GroupBy(flow => (flow.Id, flow.Version)).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new ArgumentException($"The flow '{twice.Key.Id}' version {twice.Key.Version} is given twice. Give each version once.", nameof(flows));
        }

        _flows = all.ToFrozenDictionary(flow => (flow.Id, flow.Version));
        _retired = FrozenSet<(string Id, int Version)>.Empty;
        _latest = LatestOf(all);
        _plans = all.SelectMany(older => all.Where(newer => MigrationPlan.Exists(older, newer)).Select(newer => MigrationPlan.Create(older, newer)))
            .GroupBy(plan => (plan.From.Id, plan.From.Version))
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(plan => plan.To.Version).ToArray());
        ImmutableArray<Diagnostic> findings = [.. _plans.Values.SelectMany(plans => plans).Where(plan => !plan.Success).SelectMany(plan => plan.Diagnostics)];
        if (!findings.IsEmpty)
        {
            throw new FlowCompilationException(findings);
        }
    }

    private FlowCatalog(FlowCatalog other, (string Id, int Version) retired)
    {
        _flows = other._flows;
        _plans = other._plans;
        _retired = other._retired.Append(retired).ToFrozenSet();
        _latest = LatestOf(_flows.Values.Where(flow => !_retired.Contains((flow.Id, flow.Version))));
    }

    /// <summary>The ids of flows that new sessions can begin, in order.</summary>
    public IEnumerable<string> Ids => _latest.Keys.Order(StringComparer.Ordinal);

    /// <summary>The flows in all their versions, by id and version.</summary>
    public IEnumerable<Flow> All => _flows.Values.OrderBy(flow => flow.Id, StringComparer.Ordinal).ThenBy(flow => flow.Version);

    /// <summary>The newest version of a flow that is not retired; null when there is none.</summary>
    public Flow? Latest(string id) => _latest.GetValueOrDefault(id);

    /// <summary>The flow, in its newest version, that starts on a signal; null when none does, or several do.</summary>
    /// <param name="signal">The signal's name.</param>
    public Flow? StartedBy(string signal)
    {
        Flow[] flows = [.. _latest.Values.Where(flow => flow.Definition.StartsOn.Contains(signal))];
        return flows is [{ } only] ? only : null;
    }

    /// <summary>One version of a flow, retired or not; null when there is none.</summary>
    public Flow? Find(string id, int version) => _flows.GetValueOrDefault((id, version));

    /// <summary>The versions of a flow, retired ones included, in order.</summary>
    /// <param name="id">The flow.</param>
    public IEnumerable<int> Versions(string id) => _flows.Keys.Where(key => key.Id == id).Select(key => key.Version).Order();

    /// <summary>Whether a version is retired.</summary>
    /// <param name="id">The flow.</param>
    /// <param name="version">Its version.</param>
    public bool IsRetired(string id, int version) => _retired.Contains((id, version));

    /// <summary>
    /// The same flows, with one version retired: no session begins with it, and none goes on under it. Those that are on it are taken over by a newer version at their next input; what
    /// cannot be taken over is refused with <see cref="FlowNotFoundException"/>. The version stays in the catalogue, as taking sessions over needs it.
    /// </summary>
    /// <param name="id">The flow.</param>
    /// <param name="version">Its version.</param>
    /// <exception cref="ArgumentException">There is no such flow or version.</exception>
    public FlowCatalog Retire(string id, int version)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _flows.ContainsKey((id, version))
            ? new FlowCatalog(this, (id, version))
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There is no version {version} of a flow '{id}'. Add it before it is retired: sessions are taken over from it."), nameof(version));
    }

    /// <summary>Takes a session that waits as far as newer versions take it: null where it stays on its own. One that an action or a person has stays until it waits again.</summary>
    /// <param name="session">A session of a flow of this catalogue; it is never changed.</param>
    /// <exception cref="FlowNotFoundException">The session's version is retired, and no newer one takes it over.</exception>
    public MigratedSession? Migrate(GuidanceSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        MigratedSession? migrated = Migrate(session, out MigratedSession? stays);
        return migrated is null && session.Status == SessionStatus.Waiting && IsRetired(session.Flow.Id, session.Flow.Version)
            ? throw FlowNotFoundException.Retired(session.Flow.Id, session.Flow.Version, stays is null ? string.Empty : string.Join(' ', stays.Reasons))
            : migrated;
    }

    /// <summary>Takes a session as far as newer versions take it.</summary>
    /// <param name="session">The session.</param>
    /// <param name="stays">Why it comes no farther; null where no newer version is there to take it.</param>
    /// <returns>The session where it comes to; null where it stays on its own version.</returns>
    internal MigratedSession? Migrate(GuidanceSession session, out MigratedSession? stays)
    {
        stays = null;
        if (session.Status != SessionStatus.Waiting)
        {
            return null;
        }

        // A retired version only leads on: the last place where the session can stay is the one it comes to.
        MigratedSession? migrated = null;
        MigratedSession? found = null;
        for (GuidanceSession at = session; PlanFor(at.Flow) is { } plan && migrated is not { IsHandedOff: true }; at = migrated.Session)
        {
            MigratedSession next = plan.Migrate(at);
            if (next.Outcome == MigrationOutcome.Orphaned && !next.IsHandedOff)
            {
                stays = next;
                break;
            }

            migrated = migrated is null ? next : migrated.Then(next);
            found = IsRetired(plan.To.Id, plan.To.Version) ? found : migrated;
        }

        return found;
    }

    /// <summary>Takes a session one input further, under the version that takes it over or under its own.</summary>
    /// <param name="session">The session.</param>
    /// <param name="migrated">What <see cref="Migrate(GuidanceSession)"/> gave.</param>
    /// <param name="input">What happened.</param>
    /// <param name="now">The turn's time.</param>
    internal Turn Step(GuidanceSession session, MigratedSession? migrated, SessionInput input, DateTimeOffset now)
    {
        if (migrated is null)
        {
            return GuidanceEngine.Step(session.Flow, session, input, now);
        }

        Turn turn = migrated.Step(input, now);

        // Nobody is there to be asked again, and what the newer version does not wait for may be waited for here.
        bool staysFor = input is not (AnswerInput or AttachmentInput or CommandInput or CorrectionInput or LocaleInput) && (migrated.AsksAgain || turn.Result == TurnResult.Refused);
        return staysFor && !IsRetired(session.Flow.Id, session.Flow.Version) ? GuidanceEngine.Step(session.Flow, session, input, now) : turn;
    }

    /// <summary>Takes a session where a journal entry says it was taken in its turn, so that a replay meets the same versions, whatever is retired or newer by now.</summary>
    /// <param name="session">The session before the entry's turn; it is never changed.</param>
    /// <param name="entry">The entry; one of a turn in which the session was not taken over gives null.</param>
    /// <exception cref="FlowNotFoundException">The catalogue lacks one of the versions.</exception>
    public MigratedSession? Migrate(GuidanceSession session, JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(entry);
        TurnEvent[] hops = [.. entry.Events.Where(happened => happened.Kind == TurnEventKind.Migrated)];
        MigratedSession? migrated = null;
        for (int i = 0; i < hops.Length; i++)
        {
            GuidanceSession at = migrated?.Session ?? session;
            int version = i + 1 < hops.Length ? int.Parse(hops[i + 1].Detail!, CultureInfo.InvariantCulture) : entry.FlowVersion;
            MigrationPlan plan = Array.Find(_plans.GetValueOrDefault((at.Flow.Id, at.Flow.Version), []), plan => plan.To.Version == version) ?? throw new FlowNotFoundException(at.Flow.Id, version, Ids);
            MigratedSession next = plan.Migrate(at);
            migrated = migrated is null ? next : migrated.Then(next);
        }

        return migrated;
    }

    /// <summary>How sessions of a version go on: under the newest one that takes them and is not retired; where all are, under the newest, from which another one may take them.</summary>
    private MigrationPlan? PlanFor(Flow flow) => _plans.TryGetValue((flow.Id, flow.Version), out MigrationPlan[]? plans)
        ? Array.Find(plans, plan => !IsRetired(plan.To.Id, plan.To.Version)) ?? plans.FirstOrDefault()
        : null;

    private static FrozenDictionary<string, Flow> LatestOf(IEnumerable<Flow> flows) =>
        flows.GroupBy(flow => flow.Id, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.MaxBy(flow => flow.Version)!, StringComparer.Ordinal);
}
