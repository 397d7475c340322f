using System.Text.Json;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Testing.GoldenFiles;
using GuidanceFlow.Testing.Scenarios;
using GuidanceFlow.Testing.Scenarios.Reading;
using GuidanceFlow.Testing.Stubs;

namespace GuidanceFlow.Testing.Tests.Scenarios;

/// <summary>The schema, the reader and the documentation say the same.</summary>
public sealed class ScenarioSchemaTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(GoldenFile.Beside("x").Directory, "..", "..", ".."));
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Root, "schemas", "scenario-v1.schema.json"))).RootElement;

    internal static MemberTable[] Tables =>
        [ScenarioReader.RootTable, ScenarioReader.StartTable, StepReader.Table, StepReader.CorrectTable, StepReader.AttachmentTable, StepReader.SignalTable, PersonReader.Table, PersonReader.ReturnTable,
            StubReader.ResultTable, ExpectationReader.TurnTable, ExpectationReader.TicketTable, ExpectationReader.TimerTable, ExpectationReader.CallTable, ExpectationReader.EventTable, ScenarioReader.EndTable];

    public static TheoryData<string> Definitions => [.. Tables.Select(table => table.Definition)];

    [Theory, MemberData(nameof(Definitions))]
    public void Schema_KnowsTheMembersThatTheReaderKnows(string definition)
    {
        MemberTable table = Tables.Single(table => table.Definition == definition);
        JsonElement schema = definition == "scenario" ? Schema : Schema.GetProperty("$defs").GetProperty(definition);

        schema.GetProperty("properties").EnumerateObject().Select(member => member.Name).ShouldBe(table.Names, ignoreOrder: true);
        (schema.TryGetProperty("required", out JsonElement required) ? required.EnumerateArray().Select(name => name.GetString()!) : []).ShouldBe(table.Required);
        schema.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public void Schema_KnowsTheWordsThatTheReaderKnows()
    {
        JsonElement turn = Schema.GetProperty("$defs").GetProperty("expect").GetProperty("properties");
        JsonElement timer = Schema.GetProperty("$defs").GetProperty("timer").GetProperty("properties");
        JsonElement kinds = Schema.GetProperty("$defs").GetProperty("event").GetProperty("properties");
        JsonElement ticket = Schema.GetProperty("$defs").GetProperty("ticket").GetProperty("properties");

        Enum(turn, "result").ShouldBe(Words.Results.Select(pair => pair.Word));
        Enum(turn, "status").ShouldBe(Words.Statuses.Select(pair => pair.Word));
        Enum(turn, "outcome").ShouldBe(Words.Outcomes.Select(pair => pair.Word));
        Enum(ticket, "kind").ShouldBe(Words.Kinds.Select(pair => pair.Word));
        Enum(ticket, "priority").ShouldBe(Words.Priorities.Select(pair => pair.Word));
        Enum(ticket, "reason").ShouldBe(Words.FallbackReasons.Select(pair => pair.Word));
        Enum(timer, "id").ShouldBe(Words.Timers);
        Enum(kinds, "kind").ShouldBe(Words.Events.Select(pair => pair.Word));
        Words.Statuses.Select(pair => pair.Value).ShouldBe(System.Enum.GetValues<SessionStatus>(), ignoreOrder: true);
        Words.FallbackReasons.Select(pair => pair.Value).ShouldBe(System.Enum.GetValues<FallbackReason>(), ignoreOrder: true);
        Words.Timers.ShouldBe(typeof(SessionTimer).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!), ignoreOrder: true);
        Words.Results.Length.ShouldBe(System.Enum.GetValues<TurnResult>().Length);
    }

    [Fact]
    public void SchemaOfResults_IsTheScenarios_AndKnowsTheMembersThatTheReaderKnows()
    {
        JsonElement schema = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Root, "schemas", "actions-v1.schema.json"))).RootElement;

        schema.GetProperty("properties").EnumerateObject().Select(member => member.Name).ShouldBe(StubReader.RootTable.Names, ignoreOrder: true);
        schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()!).ShouldBe(StubReader.RootTable.Required);
        foreach (string definition in (string[])["actions", "result"])
        {
            schema.GetProperty("$defs").GetProperty(definition).GetRawText().ShouldBe(Schema.GetProperty("$defs").GetProperty(definition).GetRawText());
        }
    }

    [Theory, MemberData(nameof(Definitions))]
    public void Documentation_NamesEveryMember(string definition)
    {
        string text = File.ReadAllText(Path.Combine(Root, "docs", "testing.md"));
        Tables.Single(table => table.Definition == definition).Names.Where(name => !text.Contains($"`{name}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Documentation_ShowsScenariosThatCanBeRead()
    {
        string[] parts = File.ReadAllText(Path.Combine(Root, "docs", "testing.md")).ReplaceLineEndings("\n").Split("```json\n");
        string[] scenarios = [.. parts.Skip(1).Select(part => part.Split("\n```")[0])];

        scenarios.ShouldNotBeEmpty();
        foreach (string scenario in scenarios)
        {
            Scenario.Read("docs.scenario.json", System.Text.Encoding.UTF8.GetBytes(scenario)).Diagnostics.ShouldBeEmpty();
        }
    }

    private static IEnumerable<string> Enum(JsonElement properties, string member) =>
        properties.GetProperty(member).GetProperty("enum").EnumerateArray().Select(word => word.GetString()!);
}
