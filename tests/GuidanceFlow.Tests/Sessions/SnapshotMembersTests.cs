using System.Text;
using System.Text.Json.Nodes;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Tests.Engine;

namespace GuidanceFlow.Tests.Sessions;

/// <summary>A snapshot is read as it was written or not at all: nothing in it is lost without a word.</summary>
public sealed class SnapshotMembersTests
{
    private static readonly Flow Flow = Flows.Of(
        """
        { "id": "name", "type": "ask", "text": "Name?", "answer": "text", "save": "name" },
        { "id": "count", "type": "ask", "text": "How many?", "answer": { "type": "number", "min": 1, "max": 9, "integer": true } },
        { "id": "file", "type": "ticket", "ticket": "help" },
        { "id": "more", "type": "ask", "text": "More?", "answer": "yes_no" }
        """,
        """
        "data": { "name": { "type": "text", "default": "nobody" } },
        """);

    private static string Waiting => Encoding.UTF8.GetString(new Conversation(Flow, new StartRequest { SessionId = "s" }).Say("Ann", "2").Bytes);

    private static SnapshotReadResult Read(string json) => SessionSnapshot.Read(Flow, Encoding.UTF8.GetBytes(json));

    [Theory]
    [InlineData("answers", "anwsers")]
    [InlineData("data", "daata")]
    [InlineData("started", "startd")]
    public void A_mistyped_member_is_refused_with_the_nearest_name(string name, string mistyped)
    {
        SnapshotReadResult read = Read(Waiting.Replace($"\"{name}\":", $"\"{mistyped}\":", StringComparison.Ordinal));
        (read.Problem, read.Message).ShouldBe((SnapshotProblem.Malformed, $"A snapshot has no member '{mistyped}'. Did you mean '{name}'?"));
    }

    [Fact]
    public void A_member_of_no_known_name_is_refused() =>
        Read(Waiting.Replace("\"data\":", "\"sitzung\":", StringComparison.Ordinal)).Message.ShouldBe("A snapshot has no member 'sitzung'. Take the snapshot as it was written.");

    [Theory]
    [InlineData("\"turn\":3", "The snapshot has the member 'turn' twice. Remove one of the two.")]
    [InlineData("\"answers\":{}", "The snapshot has the member 'answers' twice. Remove one of the two.")]
    public void A_member_that_stands_there_twice_is_refused(string member, string message) =>
        Read(Waiting[..^1] + "," + member + "}").Message.ShouldBe(message);

    [Theory]
    [InlineData("\"answers\":{", "\"answers\":{\"name\":\"Bob\",", "The snapshot has two answers to 'name'. Remove one of the two.")]
    [InlineData("\"data\":{", "\"data\":{\"name\":\"Bob\",", "The snapshot has the datum 'name' twice. Remove one of the two.")]
    [InlineData("\"reference\":", "\"refrence\":\"x\",\"reference\":", "The snapshot's member 'ticket' must be an object with 'reference', 'respond_within' and 'due'; look at 'refrence' in it.")]
    [InlineData("\"reference\":", "\"reference\":\"x\",\"reference\":", "The snapshot's member 'ticket' must be an object with 'reference', 'respond_within' and 'due'; look at 'reference' in it.")]
    public void The_same_holds_inside_its_members(string written, string changed, string message) =>
        Read(Waiting.Replace(written, changed, StringComparison.Ordinal)).Message.ShouldBe(message);

    [Theory]
    [InlineData("v")]
    [InlineData("id")]
    [InlineData("flow")]
    [InlineData("structure")]
    [InlineData("turn")]
    [InlineData("status")]
    [InlineData("locale")]
    [InlineData("started")]
    [InlineData("step")]
    [InlineData("visit")]
    public void A_member_that_every_waiting_session_has_must_be_there(string member)
    {
        JsonObject json = JsonNode.Parse(Waiting)!.AsObject();
        json.Remove(member).ShouldBeTrue();
        SnapshotReadResult read = Read(json.ToJsonString());
        (read.Problem, read.Message).ShouldBe((SnapshotProblem.Malformed, $"The snapshot lacks the member '{member}'. Take the snapshot as it was written."));
    }

    [Theory]
    [InlineData("answers")]
    [InlineData("data")]
    [InlineData("ticket")]
    public void A_member_that_the_writer_may_leave_out_need_not_be_there(string member)
    {
        JsonObject json = JsonNode.Parse(Waiting)!.AsObject();
        json.Remove(member).ShouldBeTrue();
        Read(json.ToJsonString()).Success.ShouldBeTrue();
    }

    [Fact]
    public void Members_may_stand_in_any_order()
    {
        JsonObject json = JsonNode.Parse(Waiting)!.AsObject();
        var turned = new JsonObject(json.Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        SessionSnapshot.Write(Read(turned.ToJsonString()).Session.ShouldNotBeNull()).ShouldBe(Encoding.UTF8.GetBytes(Waiting));
    }

    [Fact]
    public void An_end_has_an_outcome_and_nothing_else_has()
    {
        string ended = Encoding.UTF8.GetString(new Conversation(Flow, new StartRequest { SessionId = "s" }).Say("Ann", "2", "yes").Bytes);
        Read(ended).Success.ShouldBeTrue();
        JsonObject json = JsonNode.Parse(ended)!.AsObject();
        json.Remove("outcome");
        Read(json.ToJsonString()).Message.ShouldBe("The snapshot lacks the member 'outcome'. Take the snapshot as it was written.");
        Read(Waiting.Replace("\"locale\"", "\"outcome\":\"resolved\",\"locale\"", StringComparison.Ordinal)).Message.ShouldBe(
            "The snapshot must have an 'outcome' if its 'status' is 'ended', and only then. Take the snapshot as it was written.");
    }

    [Fact]
    public void A_session_that_was_refused_at_its_start_is_read_back()
    {
        GuidanceSession refused = GuidanceEngine.Start(Flow, new StartRequest { SessionId = "s", Inputs = Conversation.Named(("nothing", Value.True)) }, Conversation.Noon).Session;
        refused.Status.ShouldBe(SessionStatus.New);
        SessionSnapshot.Read(Flow, SessionSnapshot.Write(refused)).Success.ShouldBeTrue();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("10")]
    public void A_number_beyond_the_questions_bounds_is_refused(string number) =>
        Read(Waiting.Replace("\"count\":2", "\"count\":" + number, StringComparison.Ordinal)).Message
            .ShouldBe($"The snapshot's answer to 'count' must be a whole number in its bounds, but is {number}.");

    [Theory]
    [InlineData("""{"v":2,"id":7}""")]
    [InlineData("""{"v":2,"session":{"id":"s"}}""")]
    [InlineData("""{"v":2,"id":"s","flow":"f","turn":"three"}""")]
    public void A_snapshot_of_a_later_format_is_known_as_one_whatever_follows(string json)
    {
        SnapshotReadResult read = Read(json);
        (read.Problem, read.Message).ShouldBe((
            SnapshotProblem.UnknownVersion,
            "The snapshot has format version 2; this library reads 1. Read it with the version of the library that wrote it."));
    }

    [Theory]
    [InlineData("fallback", """{"reason":"tired"}""", "must be an object with 'reason', 'stage', 'step', 'attempts' and 'unrecognised'; look at 'reason' in it.")]
    [InlineData("started", "\"yesterday\"", "must be a time such as '2026-03-02T12:00:00+00:00'.")]
    [InlineData("status", "\"sleeping\"", "must be 'waiting' or 'ended'.")]
    [InlineData("outcome", "\"fine\"", "must be 'resolved', 'unresolved', 'escalated' or 'abandoned'.")]
    [InlineData("timers", """[{"id":"t","after":"soon"}]""", "must be a list of objects with 'id', 'visit' and 'after'; look at '[0].after' in it.")]
    [InlineData("answers", "[]", "must be an object with an answer by the id of each question.")]
    [InlineData("step", "null", "must be the id of a step.")]
    [InlineData("step", "1", "must be the id of a step.")]
    [InlineData("locale", "null", "must be a text.")]
    public void A_member_of_another_form_is_refused_with_what_it_must_be(string member, string value, string message)
    {
        JsonObject json = JsonNode.Parse(Waiting)!.AsObject();
        json[member] = JsonNode.Parse(value);
        Read(json.ToJsonString()).Message.ShouldBe($"The snapshot's member '{member}' {message}");
    }
}
