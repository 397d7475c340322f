using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Tests.Engine;

namespace GuidanceFlow.Tests.Sessions;

/// <summary>Snapshots: semantics.md, "Time and identity", rules 3 and 4.</summary>
public sealed class SnapshotTests
{
    private static readonly string[] Garbage = ["", "  ", "what", "not really sure", "99999", "-1", "1,5", "😀", "\ud800", "no idea", "yes and no", new string('x', 600), "a\0b", "{{ 1 }}", "\ufffe", "back", "go back", "undo", "repeat", "help", "start over"];

    private static readonly Flow Everything = Flows.Of(
        """
        { "id": "name", "type": "ask", "text": "Name?", "answer": "text", "save": "name" },
        { "id": "weight", "type": "ask", "text": "Weight?", "answer": { "type": "number", "unit": "kg" }, "save": "weight" },
        { "id": "outer", "type": "each", "in": "rows", "as": "row", "where": "row.n > 0", "order_by": "row.n", "on_failure": "next_item", "collect": { "log": "row.name + (loop.failed ? '!' : '')" }, "steps": [
          { "id": "inner", "type": "each", "in": "1..2", "as": "i", "collect": { "numbers": "i" }, "steps": [
            { "id": "pick", "type": "ask", "text": "{{ row.name }}{{ i }} {{ loop.index }}/{{ loop.count }}", "answer": { "type": "choice", "options": ["next", { "value": "break", "goto": "@break" }, { "value": "fail", "goto": "@fail" }, { "value": "divide", "goto": "divide" }, { "value": "out", "goto": "file" }] } },
            { "id": "skip", "type": "branch", "next": "@next" },
            { "id": "note", "type": "set", "values": { "since": "date.now", "took": "long" }, "next": [ { "when": "true", "goto": "@next" } ] } ] },
          { "id": "jump", "type": "branch", "when": "session.turn == 0", "next": "divide" },
          { "id": "after", "type": "say", "text": "after {{ row.name }}", "next": "@next" },
          { "id": "divide", "type": "say", "when": "answers['pick'] == 'divide'", "text": "{{ 1 // zero }}" } ] },
        { "id": "file", "type": "ticket", "ticket": "help", "text": "{{ ticket.reference }} {{ since ?? 'never' }}" },
        { "id": "again", "type": "ask", "text": "Again, {{ name }}?", "answer": "yes_no", "fallback": { "goto": "name", "attempts": 2 }, "next": [ { "when": "answer", "goto": "outer" }, { "goto": "@next" } ] }
        """,
        """
        "inputs": { "long": { "type": "duration", "default": "PT30M" }, "rows": { "type": "list", "of": { "type": "object", "fields": { "name": "text", "n": "number", "note": { "type": "text", "optional": true } } } } },
        "data": { "name": { "type": "text", "default": "nobody" }, "weight": { "type": "number", "default": 1 }, "log": { "type": "list", "of": "text", "default": [] }, "numbers": { "type": "list", "of": "integer", "default": [] },
          "since": { "type": "date", "optional": true }, "took": { "type": "duration", "optional": true }, "zero": { "type": "integer", "default": 0 } },
        """);

    private static Value Rows => Conversation.List(
        Conversation.Object(("name", Conversation.Text("b")), ("n", Value.From(2.5))),
        Conversation.Object(("name", Conversation.Text("ä\"\\\n")), ("n", Value.From(1))),
        Conversation.Object(("name", Conversation.Text("x")), ("n", Value.From(-1))));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void On_any_way_through_the_sample_going_on_from_a_snapshot_equals_never_having_stopped(int devices) =>
        Walk(Flows.SmartHome, SmartHomeInputs.Of(devices), walks: 15, seed: devices);

    [Fact]
    public void On_any_way_through_nested_loops_failures_and_fallbacks_too() =>
        Walk(Everything, Conversation.Named(("rows", Rows)), walks: 60, seed: 7);

    [Fact]
    public void Known_answers_not_used_yet_survive() =>
        Walk(Everything, Conversation.Named(("rows", Rows)), walks: 20, seed: 8, Conversation.Named(("again", Value.True), ("weight", Value.From(7))));

    private static void Walk(Flow flow, Dictionary<string, Value> inputs, int walks, int seed, Dictionary<string, Value>? known = null)
    {
        var random = new Random(seed);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        for (int walk = 0; walk < walks; walk++)
        {
            var request = new StartRequest { SessionId = "w" + walk, Inputs = inputs, Known = known ?? [], Channel = walk % 2 == 0 ? null : "chat", CustomerKey = walk % 3 == 0 ? null : "c" };
            var whole = new Conversation(flow, request);
            whole.Turn.Result.ShouldBe(TurnResult.Accepted, whole.Turn.Error?.ToString());
            Conversation stopped = whole;
            for (int turn = 0; turn < 60 && whole.Session.Status == SessionStatus.Waiting; turn++)
            {
                int before = whole.Session.Turn;
                stopped = stopped.Reread();
                stopped.Bytes.ShouldBe(whole.Bytes);
                whole.Now = stopped.Now = Conversation.Noon.AddSeconds(turn * 7.5);
                stopped.Where.Question.ShouldBe(whole.Where.Question);
                string[] sensible = Sensible.Answers(whole.Where.Expects);
                string answer = random.Next(10) < 8 && sensible.Length > 0 ? sensible[random.Next(sensible.Length)] : Garbage[random.Next(Garbage.Length)];
                whole = whole.Fork().Say(answer);
                stopped.Say(answer);
                visited.UnionWith(whole.Entered);

                stopped.Turn.Result.ShouldBe(whole.Turn.Result);
                stopped.Turn.Messages.ShouldBe(whole.Turn.Messages);
                stopped.Turn.Events.ShouldBe(whole.Turn.Events);
                stopped.Turn.Effects.ShouldBe(whole.Turn.Effects);
                stopped.Turn.Error?.ToString().ShouldBe(whole.Turn.Error?.ToString());
                stopped.Bytes.ShouldBe(whole.Bytes);
                whole.Session.Turn.ShouldBe(whole.Turn.Result == TurnResult.Refused ? before : before + 1);
            }

            whole.Reread().Bytes.ShouldBe(whole.Bytes);
        }

        visited.Count.ShouldBeGreaterThan(flow.Steps.Length / 2);
    }

    [Fact]
    public void A_snapshot_names_steps_and_data_by_the_authors_ids()
    {
        var talk = new Conversation(Everything, new StartRequest { SessionId = "s1", Inputs = Conversation.Named(("rows", Rows)), Channel = "chat", CustomerKey = "c-1", Known = Conversation.Named(("again", Value.False)) });
        talk.Say("Ann", "what", "70,5 kg", "70.5 kg", "next");

        Encoding.UTF8.GetString(talk.Bytes).ShouldBe(
            """{"v":1,"id":"s1","flow":"f","flow_version":1,"structure":"HASH","turn":6,"status":"waiting","locale":"en","channel":"chat","customer":"c-1","started":"2026-03-02T12:00:00+00:00","step":"pick","visit":4,"data":{"rows":[{"name":"b","n":2.5,"note":null},{"name":"ä\"\\\n","n":1.0,"note":null},{"name":"x","n":-1.0,"note":null}],"name":"Ann","weight":70.5,"numbers":[1],"since":{"$date":"2026-03-02T12:00:00.0000000Z"},"took":{"$duration":"PT30M"}},"answers":{"name":"Ann","weight":70.5,"pick":"next"},"loops":[{"step":"inner","items":[1,2],"index":1},{"step":"outer","items":[{"name":"ä\"\\\n","n":1.0,"note":null},{"name":"b","n":2.5,"note":null}]}],"known":{"again":false},"undo":[{"step":"pick","data":{"since":null,"took":null,"numbers":[]},"rest":{"loops":[{"step":"inner"},{"step":"outer"}],"known":{"again":false}}},{"step":"weight","data":{"weight":1.0,"log":[],"numbers":[]},"rest":{"known":{"again":false}}},1]}"""
                .Replace("HASH", Everything.StructureHash, StringComparison.Ordinal));
    }

    [Fact]
    public void Misses_fallback_and_ticket_are_kept()
    {
        var talk = new Conversation(Everything, ("rows", Conversation.List())).Say("Ann", "1");
        talk.Say("x");
        string json = Encoding.UTF8.GetString(talk.Bytes);
        json.ShouldContain("\"unrecognised\":[\"x\"]");
        json.ShouldContain("\"ticket\":{\"reference\":\"");
        json.ShouldContain("\"respond_within\":\"PT2H\",\"due\":\"2026-03-02T14:00:00+00:00\"");
        string after = Encoding.UTF8.GetString(talk.Say("z").Bytes);
        after[after.IndexOf("\"fallback\"", StringComparison.Ordinal)..].ShouldStartWith("\"fallback\":{\"stage\":\"main\",\"step\":\"again\",\"attempts\":2,\"unrecognised\":[\"x\",\"z\"]}");
        talk.Reread().Session.State.Fallback.ShouldBe(talk.Session.State.Fallback);
    }

    [Fact]
    public void Timers_and_undo_deltas_survive()
    {
        GuidanceSession session = new Conversation(Everything, ("rows", Rows)).Session;
        int weight = Everything.Slots["weight"];
        var rich = new GuidanceSession(Everything, session.State with
        {
            Timers = [new SessionTimer(SessionTimer.Expiry, 0, new DateTimeOffset(2027, 3, 1, 9, 0, 0, 500, TimeSpan.Zero))],
            Undo = new UndoLog(
                1,
                new DeltaUndo(
                    new DeltaUndo(null, 0, new UndoDelta(0, [new UndoneValue(weight, Value.Null), new UndoneValue(weight - 1, Conversation.Text("a"))], [new UndoneAnswer(0, -1, Value.Null)], Rest: null)),
                    1,
                    new UndoDelta(1, [], [new UndoneAnswer(1, 0, Value.From(3.0)), new UndoneAnswer(0, -1, Value.Null)], new UndoneRest(null, [new StepAnswer(0, Conversation.Text("Bo"))], new FallbackInfo(FallbackReason.Error, "main", "name", 0, default), [], new ActionFailure("gone", null, "find", "name")))),
                2,
                UndoEnd.Bound),
            Answers = AnswerList.Adopt([Answer("name", Conversation.Text("b")), Answer("weight", Value.From(1.0)), Answer("pick", Conversation.Text("next")), Answer("again", Value.True)]),
        });

        byte[] snapshot = SessionSnapshot.Write(rich);
        GuidanceSession back = SessionSnapshot.Read(Everything, snapshot).Session.ShouldNotBeNull();
        back.State.Timers.ShouldBe(rich.State.Timers);
        back.State.Undo.Plain.ShouldBe(1);
        back.State.Undo.End.ShouldBe(UndoEnd.Bound);
        (back.State.Undo.Floor, back.State.Undo.Count).ShouldBe((2, 2));
        UndoDelta latest = back.State.Undo.Latest.ShouldBeOfType<DeltaUndo>().Delta;
        UndoDelta first = back.State.Undo.Latest!.Older.ShouldBeOfType<DeltaUndo>().Delta;
        back.State.Undo.Latest!.Plain.ShouldBe(1);
        first.Data.ShouldBe([new UndoneValue(weight, Value.Null), new UndoneValue(weight - 1, Conversation.Text("a"))]);
        latest.Answers.ShouldBe([new UndoneAnswer(1, 0, Value.From(3.0)), new UndoneAnswer(0, -1, Value.Null)]);
        latest.Rest!.Known.ShouldBe([new StepAnswer(0, Conversation.Text("Bo"))]);
        latest.Rest.Fallback!.Reason.ShouldBe(FallbackReason.Error);
        SessionSnapshot.Write(back).ShouldBe(snapshot);

        static StepAnswer Answer(string step, Value value) => new(Everything.FindStep(step)!.Index, value);
    }

    [Theory]
    [InlineData("", SnapshotProblem.Malformed)]
    [InlineData("null", SnapshotProblem.Malformed)]
    [InlineData("[]", SnapshotProblem.Malformed)]
    [InlineData("{", SnapshotProblem.Malformed)]
    [InlineData("{}", SnapshotProblem.Malformed)]
    [InlineData("\0\u0001", SnapshotProblem.Malformed)]
    [InlineData("""{"v":1,"id":"s","locale":"en","flow":"other"}""", SnapshotProblem.FlowMismatch)]
    [InlineData("""{"v":2,"id":"s","locale":"en"}""", SnapshotProblem.UnknownVersion)]
    [InlineData("""{"v":0,"id":"s","locale":"en"}""", SnapshotProblem.UnknownVersion)]
    public void What_is_no_snapshot_is_a_typed_result(string json, SnapshotProblem problem)
    {
        SnapshotReadResult read = SessionSnapshot.Read(Everything, Encoding.UTF8.GetBytes(json));
        read.Success.ShouldBeFalse();
        read.Session.ShouldBeNull();
        read.Problem.ShouldBe(problem);
        read.Message.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("step", "\"nowhere\"")]
    [InlineData("step", "\"note\"")]
    [InlineData("step", "\"again\"")]
    [InlineData("step", "null")]
    [InlineData("loops", "[null]")]
    [InlineData("loops", "[{}]")]
    [InlineData("loops", "[]")]
    [InlineData("loops", """[{"step":"outer","items":[1]},{"step":"inner","items":[1]}]""")]
    [InlineData("loops", """[{"step":"inner","items":[1],"index":1},{"step":"outer","items":[1]}]""")]
    [InlineData("loops", """[{"step":"inner","items":[1],"index":-1},{"step":"outer","items":[1]}]""")]
    [InlineData("loops", """[{"step":"inner","items":null},{"step":"outer","items":[1]}]""")]
    [InlineData("data", """{"nobody":1}""")]
    [InlineData("data", """{"numbers":5}""")]
    [InlineData("data", """{"weight":"heavy"}""")]
    [InlineData("data", """{"name":null}""")]
    [InlineData("answers", """{"nobody":1}""")]
    [InlineData("answers", """{"note":1}""")]
    [InlineData("known", """{"outer":1}""")]
    [InlineData("timers", "[null]")]
    [InlineData("timers", "[{}]")]
    [InlineData("undo", "[null]")]
    [InlineData("undo", "[{}]")]
    [InlineData("undo", "[0]")]
    [InlineData("undo", "[-1]")]
    [InlineData("undo", "[3]")]
    [InlineData("undo", "{}")]
    [InlineData("undo", """[{"step":"after"}]""")]
    [InlineData("undo", """[{"step":"again"}]""")]
    [InlineData("undo", """[{"step":"nowhere"}]""")]
    [InlineData("undo", """[{"step":"name","data":{"nothing":1}}]""")]
    [InlineData("undo", """[{"step":"name","data":{"weight":"x"}}]""")]
    [InlineData("undo", """[{"step":"name","answers":[null]}]""")]
    [InlineData("undo", """[{"step":"name","answers":[{"step":"weight","value":"x"}]}]""")]
    [InlineData("undo", """[{"step":"pick","rest":{"loops":[{"step":"inner","index":5}]}}]""")]
    [InlineData("undo", "[[]]")]
    [InlineData("undo", "[[1,2]]")]
    [InlineData("undo", "[[1,-2,3]]")]
    [InlineData("undo", "[[1,2,3,4]]")]
    [InlineData("undo", "[\"a\",0]")]
    [InlineData("undo", """[{"step":"name"},-1]""")]
    [InlineData("undo_floor", "-1")]
    [InlineData("undo_floor", "9")]
    [InlineData("undo_end", "\"never\"")]
    [InlineData("unrecognised", "[null]")]
    [InlineData("secrets", "[null]")]
    [InlineData("fallback", """{"unrecognised":[null]}""")]
    [InlineData("ticket", "{}")]
    [InlineData("turn", "-5")]
    [InlineData("turn", "0")]
    [InlineData("visit", "-1")]
    [InlineData("upset", "-1")]
    [InlineData("upset", "2147483647")]
    [InlineData("status", "7")]
    [InlineData("status", "\"sleeping\"")]
    [InlineData("started", "\"yesterday\"")]
    public void A_snapshot_that_contradicts_itself_or_the_flow_is_malformed(string member, string value)
    {
        var talk = new Conversation(Everything, ("rows", Rows)).Say("Ann", "7");
        JsonObject json = JsonNode.Parse(talk.Bytes)!.AsObject();
        json[member] = JsonNode.Parse(value);
        SessionSnapshot.Read(Everything, Encoding.UTF8.GetBytes(json.ToJsonString())).Problem.ShouldBe(SnapshotProblem.Malformed);
    }

    [Theory]
    [InlineData("answers", """{"pick":"later"}""", """The snapshot's answer to 'pick' must be one of 'next', 'break', 'fail', 'divide', 'out', but is "later".""")]
    [InlineData("answers", """{"pick":1}""", "The snapshot's answer to 'pick' must be one of 'next', 'break', 'fail', 'divide', 'out', but is 1.")]
    [InlineData("answers", """{"weight":"heavy"}""", """The snapshot's answer to 'weight' must be a number in its bounds, but is "heavy".""")]
    [InlineData("answers", """{"name":["Ann"]}""", "The snapshot's answer to 'name' must be a text in its bounds, but is a list.")]
    [InlineData("known", """{"again":"yes"}""", """The snapshot's answer to 'again' must be true or false, but is "yes".""")]
    [InlineData("known", """{"again":null}""", "The snapshot's answer to 'again' must be true or false, but is null.")]
    [InlineData("loops", """[{"step":"inner","items":["1"]},{"step":"outer","items":[{"name":"b","n":1}]}]""", "The snapshot's item 0 of the loop 'inner' must be a number, but is \"1\".")]
    [InlineData("loops", """[{"step":"inner","items":[1]},{"step":"outer","items":[{"name":"b","n":1},{"name":"c","n":"2"}]}]""", "The snapshot's item 1 of the loop 'outer' must be an object with the fields name (text), n (number), note (text), but is an object.")]
    [InlineData("loops", """[{"step":"inner","items":[1]},{"step":"outer","items":[{"n":1}]}]""", "The snapshot's item 0 of the loop 'outer' must be an object with the fields name (text), n (number), note (text), but is an object.")]
    [InlineData("turn", "\"5\"", "The snapshot's member 'turn' must be a whole number.")]
    [InlineData("loops", """[{"step":"pick","items":[1]}]""", "The snapshot is in the loop 'pick', which is no loop.")]
    public void A_value_of_another_type_than_the_flows_is_refused_by_its_name(string member, string value, string message)
    {
        var talk = new Conversation(Everything, ("rows", Rows)).Say("Ann", "7");
        JsonObject json = JsonNode.Parse(talk.Bytes)!.AsObject();
        json[member] = JsonNode.Parse(value);
        SnapshotReadResult read = SessionSnapshot.Read(Everything, Encoding.UTF8.GetBytes(json.ToJsonString()));
        (read.Problem, read.Message).ShouldBe((SnapshotProblem.Malformed, message));
    }

    [Fact]
    public void Reading_mutated_snapshots_never_throws_and_what_is_read_can_go_on()
    {
        var random = new Random(11);
        byte[][] snapshots =
        [
            new Conversation(Everything, ("rows", Rows)).Say("Ann", "7", "x").Bytes,
            new Conversation(Flows.SmartHome, new StartRequest { SessionId = "m", Inputs = SmartHomeInputs.Of(3) }).Say("mesh", "corner", "5", "x").Bytes,
        ];
        string[] pieces = ["null", "{}", "[]", "\"\"", "-1", "1e999", "true", ",", "\"step\":", "{\"$date\":\"x\"}", "\\ud800", "[[[[[[", "\"v\":1", "\0", "\u00ff"];
        int survived = 0;
        for (int i = 0; i < 3_000; i++)
        {
            bool sample = i % 2 == 0;
            Flow flow = sample ? Flows.SmartHome : Everything;
            var bytes = new List<byte>(snapshots[sample ? 1 : 0]);
            for (int change = random.Next(3); change >= 0; change--)
            {
                int at = random.Next(bytes.Count);
                switch (random.Next(4))
                {
                    case 0:
                        bytes[at] = (byte)random.Next(256);
                        break;
                    case 1:
                        bytes.RemoveRange(at, Math.Min(random.Next(1, 30), bytes.Count - at));
                        break;
                    case 2:
                        bytes.InsertRange(at, Encoding.UTF8.GetBytes(pieces[random.Next(pieces.Length)]));
                        break;
                    default:
                        MutateMember(bytes, random, pieces);
                        break;
                }

                if (bytes.Count == 0)
                {
                    break;
                }
            }

            SnapshotReadResult read = SessionSnapshot.Read(flow, bytes.ToArray());
            if (!read.Success)
            {
                read.Problem.ShouldNotBeNull();
                continue;
            }

            survived++;
            GuidanceEngine.Describe(flow, read.Session, Conversation.Noon);
            GuidanceSession session = read.Session;
            foreach (string answer in new[] { "yes", "1", "x", "next", "no" })
            {
                session = GuidanceEngine.Step(flow, session, new AnswerInput(answer), Conversation.Noon).Session;
                SessionSnapshot.Write(session);
            }
        }

        survived.ShouldBeGreaterThan(30);
    }

    /// <summary>Replaces the value of one member by another piece of JSON, so that what comes out is still JSON.</summary>
    private static void MutateMember(List<byte> bytes, Random random, string[] pieces)
    {
        try
        {
            JsonNode? node = JsonNode.Parse(bytes.ToArray());
            while (node is JsonObject or JsonArray)
            {
                string[] names = node is JsonObject members ? [.. members.Select(member => member.Key)] : [];
                int count = node is JsonArray array ? array.Count : names.Length;
                if (count == 0)
                {
                    return;
                }

                int at = random.Next(count);
                JsonNode? child = node is JsonArray items ? items[at] : node[names[at]];
                if (child is not (JsonObject or JsonArray) || random.Next(3) == 0)
                {
                    JsonNode? other = JsonNode.Parse(pieces[random.Next(6)] is "1e999" ? "1" : pieces[random.Next(5)]);
                    if (node is JsonArray list)
                    {
                        list[at] = other;
                    }
                    else
                    {
                        node[names[at]] = other;
                    }

                    byte[] changed = Encoding.UTF8.GetBytes(node.Root.ToJsonString());
                    bytes.Clear();
                    bytes.AddRange(changed);
                    return;
                }

                node = child;
            }
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            // Not JSON any more.
        }
    }
}
