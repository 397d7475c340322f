using System.Globalization;
using GuidanceFlow.Definitions;
using GuidanceFlow.Migration;

namespace GuidanceFlow.Sessions;

/// <summary>Looks at what a catalogue would do with sessions, and does none of it.</summary>
/// <remarks>Thread-safe: there is no state.</remarks>
public static class MigrationDryRun
{
    /// <summary>How many sessions of each kind are kept as examples where nothing else is said: 5.</summary>
    public const int DefaultExamples = 5;

    /// <summary>Takes every session over as a host with this catalogue would at its next input, and counts what becomes of them.</summary>
    /// <param name="flows">The catalogue, with the older versions and the newer ones.</param>
    /// <param name="sessions">The sessions; each is read once and none is kept.</param>
    /// <param name="examples">How many of each kind are kept as examples.</param>
    /// <param name="cancellationToken">Ends the run between two sessions.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="examples"/> is negative.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static async Task<MigrationReport> RunAsync(FlowCatalog flows, IAsyncEnumerable<StoredSession> sessions, int examples = DefaultExamples, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(flows);
        ArgumentNullException.ThrowIfNull(sessions);
        ArgumentOutOfRangeException.ThrowIfNegative(examples);
        var report = new MigrationReport();
        var kept = new List<MigrationExample>();
        await foreach (StoredSession stored in sessions.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            report = Look(flows, stored, report, out MigrationExample? example);
            if (example is not null && kept.Count(other => other.Outcome == example.Outcome) < examples)
            {
                kept.Add(example);
            }
        }

        return report with { Examples = kept.OrderBy(example => example.Outcome ?? MigrationOutcome.Orphaned + 1).ToEquatableArray() };
    }

    private static MigrationReport Look(FlowCatalog flows, StoredSession stored, MigrationReport report, out MigrationExample? example)
    {
        example = null;
        string? problem = null;
        GuidanceSession? session = null;
        if (flows.Find(stored.FlowId, stored.FlowVersion) is { } flow)
        {
            SnapshotReadResult read = SessionSnapshot.Read(flow, stored.Snapshot);
            (session, problem) = (read.Session, read.Message);
        }

        if (session is null)
        {
            problem ??= string.Create(CultureInfo.InvariantCulture, $"There is no version {stored.FlowVersion} of '{stored.FlowId}' at hand.");
            example = new MigrationExample(stored.SessionId, stored.FlowId, stored.FlowVersion, null, null, [problem]);
            return report with { Unreadable = report.Unreadable + 1 };
        }

        if (session.Status is SessionStatus.Ended or SessionStatus.New)
        {
            return report with { Ended = report.Ended + 1 };
        }

        if ((flows.Migrate(session, out MigratedSession? stays) ?? stays) is not { } migrated)
        {
            return report with { Untouched = report.Untouched + 1 };
        }

        example = migrated.Reasons.IsEmpty
            ? null
            : new MigrationExample(session.Id, session.Flow.Id, session.Flow.Version, migrated.Outcome, session.Step?.Id, migrated.Reasons.ToEquatableArray()) { IsHandedOff = migrated.IsHandedOff };
        return migrated.Outcome switch
        {
            MigrationOutcome.Same => report with { Same = report.Same + 1 },
            MigrationOutcome.Mapped => report with { Mapped = report.Mapped + 1 },
            MigrationOutcome.Rewound => report with { Rewound = report.Rewound + 1 },
            _ => report with { Orphaned = report.Orphaned + 1, HandedOff = report.HandedOff + (migrated.IsHandedOff ? 1 : 0) },
        };
    }
}
