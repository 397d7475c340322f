using System.Collections.Immutable;
using System.Text.Json;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Engine;
using GuidanceFlow.Templates;
using GuidanceFlow.Testing.GoldenFiles;
using GuidanceFlow.Testing.Stubs;

namespace GuidanceFlow.Testing.Scenarios.Reading;

/// <summary>Reads scenarios, with all problems at once.</summary>
internal static class ScenarioReader
{
    public const string Suffix = ".scenario.json";

    public static readonly MemberTable RootTable = new(
        "scenario", "a scenario", ["scenario", "flow"], ["$schema", "title", "note", "actions", "start", "expect", "steps", "expect_end"]);

    public static readonly MemberTable StartTable = new(
        "start", "a start", [], ["id", "inputs", "known", "locale", "channel", "customer", "now"]);

    public static readonly MemberTable EndTable = new(
        "end", "what is expected at the end", [], ["status", "outcome", "step", "stage", "data", "tickets", "calls", "transcript"]);

    // A Monday morning; any fixed time would do.
    private static readonly DateTimeOffset DefaultNow = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public static ScenarioReadResult ReadFile(string path) =>
        LocatedFile.TryLoad(path, out ImmutableArray<Diagnostic> problems) is { } utf8 ? Read(path, utf8) : new ScenarioReadResult(null, problems);

    public static ScenarioReadResult Read(string path, ReadOnlyMemory<byte> utf8)
    {
        (Scenario? scenario, ImmutableArray<Diagnostic> problems) = LocatedFile.Read(path, utf8, FileKind.Scenario, (context, root) => ReadRoot(context, root, path));
        return new ScenarioReadResult(scenario, problems);
    }

    /// <summary>Whether somebody took the wrong one of two files: each member would be a finding, and none of them the point.</summary>
    private static bool IsFlow(JsonItem root) =>
        root.Kind == JsonValueKind.Object && root.Children.Exists(child => child.Name == "stages") && !root.Children.Exists(child => child.Name == "scenario");

    private static Scenario ReadRoot(ReadContext context, JsonItem root, string path)
    {
        if (IsFlow(root))
        {
            context.Report(ScenarioDiagnostics.MissingMember, root.Start, root.Path, $"This is a flow, not a scenario: it has no 'scenario'. Give a file that ends in '{Suffix}'; it names this flow under 'flow'.");
            return Empty(path);
        }

        Members members = Members.Open(context, root, RootTable);
        members.Text("$schema");
        members.Text("note");
        string id = members.Text("scenario") ?? string.Empty;
        (StartRequest start, DateTimeOffset now) = ReadStart(context, members.Find("start"), id);
        return new Scenario
        {
            File = path,
            Id = id,
            Title = members.Text("title"),
            FlowFile = Path.Combine(Path.GetDirectoryName(path) ?? string.Empty, members.Text("flow") ?? string.Empty),
            Actions = members.Find("actions") is { } actions ? StubReader.Actions(context, actions) : ActionStubs.None,
            Start = start,
            Now = now,
            Expect = members.Find("expect") is { } expect ? ExpectationReader.Turn(context, expect) : null,
            Steps = members.Find("steps") is { } steps ? context.List(steps, step => StepReader.Read(context, step)) : default,
            ExpectEnd = members.Find("expect_end") is { } end ? ReadEnd(context, end, path) : null,
        };
    }

    /// <summary>What stands in for a scenario that is none.</summary>
    private static Scenario Empty(string path) => new() { File = path, Id = string.Empty, FlowFile = string.Empty, Start = new StartRequest { SessionId = string.Empty }, Now = DefaultNow };

    private static (StartRequest Start, DateTimeOffset Now) ReadStart(ReadContext context, JsonItem? item, string id)
    {
        if (item is null)
        {
            return (new StartRequest { SessionId = id }, DefaultNow);
        }

        Members members = Members.Open(context, item, StartTable);
        var start = new StartRequest
        {
            SessionId = members.Text("id") ?? id,
            Inputs = Named(members.Values("inputs")),
            Known = Named(members.Values("known")),
            Locale = members.Text("locale"),
            Channel = members.Text("channel"),
            CustomerKey = members.Text("customer"),
        };
        return (start, Times.Time(members, "now") ?? DefaultNow);
    }

    private static Dictionary<string, Value> Named(EquatableArray<KeyValuePair<string, Value>> values)
    {
        var named = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach ((string name, Value value) in values)
        {
            named[name] = value;
        }

        return named;
    }

    private static EndExpectation ReadEnd(ReadContext context, JsonItem item, string path)
    {
        Members members = Members.Open(context, item, EndTable);
        return new EndExpectation
        {
            Status = members.Word("status", "status", Words.Statuses),
            Outcome = members.Word("outcome", "outcome", Words.Outcomes),
            Step = members.Text("step"),
            Stage = members.Text("stage"),
            Data = members.Values("data"),
            Tickets = ExpectationReader.Tickets(members),
            Calls = ExpectationReader.Calls(members),
            Transcript = ReadTranscript(members, path),
            Location = context.Locate(item),
            Places = new MemberPlaces(context, item),
        };
    }

    /// <summary>True puts the golden file beside the scenario under its name; a text names another one.</summary>
    private static GoldenFile? ReadTranscript(Members members, string path)
    {
        const string Ending = ".verified.txt";
        if (members.Find("transcript") is not { Kind: not JsonValueKind.False } item)
        {
            return null;
        }

        string folder = Path.GetDirectoryName(path) ?? string.Empty;
        if (item.Kind == JsonValueKind.True)
        {
            string name = Path.GetFileName(path);
            return new GoldenFile(folder, name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : Path.GetFileNameWithoutExtension(name));
        }

        if (item.Text is null)
        {
            members.Context.WrongType(item, "true or the name of a file");
            return null;
        }

        if (!item.Text.EndsWith(Ending, StringComparison.Ordinal))
        {
            members.Context.Invalid(item, $"The name of a golden file ends in '{Ending}'.");
            return null;
        }

        string target = Path.Combine(folder, item.Text[..^Ending.Length]);
        return new GoldenFile(Path.GetDirectoryName(target) ?? string.Empty, Path.GetFileName(target));
    }
}
