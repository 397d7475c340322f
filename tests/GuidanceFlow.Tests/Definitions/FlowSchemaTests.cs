using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using GuidanceFlow.Definitions;
using GuidanceFlow.Definitions.Reading;
using GuidanceFlow.Tests.Definitions.Generators;

namespace GuidanceFlow.Tests.Definitions;

/// <summary>The JSON schema says what the reader does.</summary>
public sealed class FlowSchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(RepositoryFiles.Read("schemas/flow-v1.schema.json")).RootElement;

    public static TheoryData<string> Tables => [.. MemberTables.All.Select(table => table.Name)];

    private static JsonElement Definitions => Schema.GetProperty("$defs");

    [Theory]
    [MemberData(nameof(Tables))]
    public void Schema_OfEveryKindOfObject_HasTheMembersOfTheReader(string name)
    {
        MemberTable table = MemberTables.All.Single(table => table.Name == name);
        JsonElement definition = Definitions.GetProperty(name);

        definition.GetProperty("properties").EnumerateObject().Select(member => member.Name)
            .ShouldBe(table.Members.Select(member => member.Name), ignoreOrder: true);
        (definition.TryGetProperty("required", out JsonElement required) ? required.EnumerateArray().Select(member => member.GetString()!) : [])
            .ShouldBe(table.Members.Where(member => member.IsRequired).Select(member => member.Name), ignoreOrder: true);
        definition.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public void Schema_HasNoObjectThatTheReaderDoesNotKnow() =>
        Definitions.EnumerateObject().Where(definition => definition.Value.TryGetProperty("properties", out _)).Select(definition => definition.Name)
            .ShouldBe(MemberTables.All.Select(table => table.Name), ignoreOrder: true);

    [Fact]
    public void Schema_HasTheWordsOfTheReader()
    {
        Words("knowledge_kind").ShouldBe(KnowledgeReader.Kinds.All);
        Words("ticket_kind").ShouldBe(TicketReader.Kinds.All);
        Words("priority").ShouldBe(TicketReader.Priorities.All);
        Words("outcome").ShouldBe(EndStepReader.Outcomes.All);
        Words("attachment_kind").ShouldBe(AnswerReader.AttachmentKinds.All);
        Words("on_failure").ShouldBe(EachStepReader.Policies.All);
        Words("unmapped").ShouldBe(MigrationReader.Policies.All);
    }

    [Fact]
    public void Schema_DescribesEveryMember()
    {
        foreach (JsonProperty definition in Definitions.EnumerateObject().Where(definition => definition.Value.TryGetProperty("properties", out _)))
        {
            foreach (JsonProperty member in definition.Value.GetProperty("properties").EnumerateObject())
            {
                JsonElement described = member.Value.TryGetProperty("description", out _) ? member.Value : Definitions.GetProperty(member.Value.GetProperty("$ref").GetString()!["#/$defs/".Length..]);
                described.TryGetProperty("description", out JsonElement description).ShouldBeTrue($"{definition.Name}.{member.Name}");
                description.GetString().ShouldNotBeNullOrWhiteSpace();
            }
        }
    }

    [Fact]
    public void Schema_AcceptsWhatTheWriterWrites() =>
        Prop.ForAll(FlowGen.Flow.ToArbitrary(), flow =>
        {
            using JsonDocument written = JsonDocument.Parse(FlowWriter.Write(flow));
            new JsonSchemaCheck(Schema).Accepts(written.RootElement).ShouldBeTrue();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void Schema_OfAFlowWithOneWrongMember_AgreesWithTheReader()
    {
        var check = new JsonSchemaCheck(Schema);
        var differences = new List<string>();
        int refused = 0;
        foreach ((string what, string text) in Variations())
        {
            using JsonDocument document = JsonDocument.Parse(text);
            string[] errors = Reading.Errors(text);
            refused += errors.Length > 0 ? 1 : 0;
            if (check.Accepts(document.RootElement) != (errors.Length == 0))
            {
                differences.Add(what + ": " + string.Join(" ", errors));
            }
        }

        differences.ShouldBeEmpty();
        refused.ShouldBeGreaterThan(1_000);
    }

    private static IEnumerable<string> Words(string definition) => Definitions.GetProperty(definition).GetProperty("enum").EnumerateArray().Select(word => word.GetString()!);

    /// <summary>The sample with each of its members left out, misspelt, or given a value of another kind.</summary>
    private static IEnumerable<(string What, string Text)> Variations()
    {
        JsonNode sample = JsonNode.Parse(Samples.EveryMember, null, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
        string[] values = ["null", "true", "-1", "0.5", "7", "\"\"", "\"zzz\"", "\"text\"", "\"list of date\"", "\"PT1H\"", "[]", "{}", "[\"x\"]", "[[]]", "[{}]", "{\"x\":\"y\"}"];
        foreach (JsonObject owner in Objects(sample))
        {
            foreach ((string name, JsonNode? value) in owner.ToList())
            {
                string path = owner.GetPath() + "." + name;
                int place = owner.IndexOf(name);
                owner.RemoveAt(place);
                yield return (path + " left out", sample.ToJsonString());
                owner.Insert(place, name + "zzzz", value);
                yield return (path + " misspelt", sample.ToJsonString());
                owner.RemoveAt(place);
                foreach (string other in values.Where(other => !IsBeyondASchema(owner, name, other)))
                {
                    owner.Insert(place, name, JsonNode.Parse(other));
                    yield return ($"{path} = {other}", sample.ToJsonString());
                    owner.RemoveAt(place);
                }

                owner.Insert(place, name, value);
            }
        }
    }

    // A schema cannot compare one member with another: a default with its type, cells with columns, the greatest with the least.
    private static bool IsBeyondASchema(JsonObject owner, string name, string value) =>
        name is "default" or "min" or "max" || owner.ContainsKey("default") || (name is "cells" or "columns" or "rows" && value.StartsWith('['));

    private static List<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject members => [members, .. members.SelectMany(member => Objects(member.Value))],
        JsonArray items => [.. items.SelectMany(Objects)],
        _ => [],
    };
}
