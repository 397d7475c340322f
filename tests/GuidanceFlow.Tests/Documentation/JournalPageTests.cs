using System.Text.Json;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Tests.Replay;

namespace GuidanceFlow.Tests.Documentation;

/// <summary>docs/journal.md says what is in journals: all of it, and nothing else.</summary>
public sealed class JournalPageTests
{
    private static readonly string[][] Kinds = Rows("Kinds of entries");
    private static readonly string[][] Members = Rows("Members of entries");
    private static readonly string[][] Events = Rows("Events");

    [Fact]
    public void Kinds_AreAllThereAre() => Kinds.Select(row => row[0]).ShouldBe(Enum.GetNames<JournalEntryKind>().Select(Word), ignoreOrder: true);

    [Fact]
    public void Members_AreAllThereAre() =>
        Members.Select(row => row[0]).ShouldBe(typeof(JournalEntry).GetProperties().Where(property => property.CanWrite).Select(property => Word(property.Name)), ignoreOrder: true);

    [Fact]
    public void Events_AreAllThereAre_InTheirOrder() => Events.Select(row => row[0]).Order(StringComparer.Ordinal).ShouldBe(Enum.GetNames<TurnEventKind>().Select(Word).Order(StringComparer.Ordinal));

    /// <summary>What no row says must never occur, and what one says should.</summary>
    [Fact]
    public void Entries_HaveTheMembersOfTheirKind_AndEventsTheirDetails()
    {
        var members = new HashSet<(string Member, string Kind)>();
        var events = new HashSet<(string Kind, string Part)>();
        foreach ((_, _, RandomSession session) in RandomReplayTests.Sessions(seed: 5, each: 40))
        {
            foreach (JournalEntry entry in session.Journal)
            {
                foreach (JournalEntry written in (JournalEntry[])[entry, entry.Masked()])
                {
                    using JsonDocument json = JsonDocument.Parse(JournalJson.WriteForStore(written));
                    members.UnionWith(json.RootElement.EnumerateObject().Select(member => (member.Name, Word(entry.Kind.ToString()))));
                }

                events.UnionWith(entry.Events.Where(happened => happened.Step is not null).Select(happened => (Word(happened.Kind.ToString()), "step")));
                events.UnionWith(entry.Events.Where(happened => happened.Detail is not null).Select(happened => (Word(happened.Kind.ToString()), "detail")));
            }
        }

        string[] kinds = [.. Kinds.Select(row => row[0])];
        (string Member, string Kind)[] documented = [.. Members.SelectMany(row => (row[1] == "all" ? kinds : row[1].Split(", ")).Select(kind => (row[0], kind)))];
        members.Except(documented).ShouldBeEmpty();
        documented.Where(member => !kinds.Contains(member.Kind)).ShouldBeEmpty();

        // The others are rare here; SessionReplayTests has each of them.
        documented.Where(member => Members.First(row => row[0] == member.Member)[1] != "all").Except(members)
            .Where(rare => rare is not (("follows", "start") or ("sensitive" or "is_masked", "start" or "correction" or "signal" or "person" or "action"))).ShouldBeEmpty();

        (string Kind, string Part)[] parts = [.. Events.Where(row => row[2].Length > 0).Select(row => (row[0], "step")), .. Events.Where(row => row[3].Length > 0).Select(row => (row[0], "detail"))];
        events.Except(parts).ShouldBeEmpty();
        parts.Except(events).Where(part => part.Kind is not ("migrated" or "follow_up_planned")).ShouldBeEmpty();
    }

    private static string Word(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    /// <summary>The rows of the table under a heading, cell by cell; of the first cell only the word.</summary>
    private static string[][] Rows(string heading) =>
    [
        .. Repository.Read("docs", "journal.md").Split("\n## " + heading + "\n")[1].Split("\n## ")[0].Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Skip(heading == "Members of entries" ? 0 : 1)
            .Select(line => line.Trim('|', ' ').Length == 0 ? [] : Cells(line)),
    ];

    private static string[] Cells(string line)
    {
        string[] cells = [.. line.Split('|')[1..^1].Select(cell => cell.Trim())];
        cells[0] = cells[0].Trim('`');
        return cells;
    }
}
