using System.Text;
using System.Text.Json.Nodes;
using GuidanceFlow.Commands;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Tests.Engine;

namespace GuidanceFlow.Tests.Sessions;

/// <summary>Snapshots of sessions in flows that are run and in interrupts, changed as only somebody with bad intentions would: they are refused, or the session can go on.</summary>
public sealed class SnapshotsOfRunsTests
{
    private static readonly Flow Flow = NestedFlow.Make();

    private static readonly string[] Ids =
    [
        .. Flow.Closure.SelectMany(id => Flow.Find(id).Steps.Select(step => step.Id)), .. Flow.Closure, "is-it-down", "price", "rename", "lamps", "nobody", "",
        "name", "up", "rooms", "room", "floor", "kitchen", "yes", "waiting", "ended", "ticket", "bound",
    ];

    private static readonly string[][] Conversations =
    [
        ["Mia", "kitchen"],
        ["Mia", "kitchen", "2", "outage"],
        ["Mia", "kitchen", "2", "yes", "call me something else"],
        ["Mia", "bath", "0", "call me something else", "yes", "Mo"],
        ["Mia", "bath", "0", "yes", "call me something else", "outage"],
        ["Mia", "bath", "0", "yes", "bath", "1", "call me something else", "hm"],
        ["Mia", "kitchen", "2", "yes", "today", "no", "outage", "no"],
        ["Mia", "bath", "0", "yes", "kitchen", "0", "yes", "yes", "Mo"],
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void ReadingThem_NeverThrows_AndWhatIsReadCanGoOn(int seed)
    {
        var random = new Random(seed);
        JsonNode[] snapshots = [.. Conversations.Select(answers => JsonNode.Parse(new Conversation(Flow).Say(answers).Bytes)!)];
        int survived = 0;
        for (int i = 0; i < 1_500; i++)
        {
            JsonNode json = snapshots[random.Next(snapshots.Length)].DeepClone();
            for (int change = random.Next(4); change >= 0; change--)
            {
                Mutate(json, snapshots, random);
            }

            SnapshotReadResult read = SessionSnapshot.Read(Flow, Encoding.UTF8.GetBytes(json.ToJsonString()));
            if (!read.Success)
            {
                read.Message.ShouldNotBeNullOrEmpty();
                continue;
            }

            survived++;
            try
            {
                GoOn(read.Session, random);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException("Of " + json.ToJsonString(), exception);
            }
        }

        survived.ShouldBeGreaterThan(100);
    }

    private static void GoOn(GuidanceSession session, Random random)
    {
        GuidanceEngine.Describe(Flow, session, Conversation.Noon);
        for (int turn = 0; turn < 8; turn++)
        {
            SessionInput input = random.Next(4) switch
            {
                0 => new CommandInput(SessionCommand.Back),
                1 => new CorrectionInput(Ids[random.Next(Ids.Length)], "bath"),
                2 => new AnswerInput(NestedFlow.Phrases[random.Next(NestedFlow.Phrases.Length)]),
                _ => new AnswerInput(new[] { "yes", "no", "1", "kitchen", "today", "hm" }[random.Next(6)]),
            };
            session = GuidanceEngine.Step(Flow, session, input, Conversation.Noon).Session;

            // What contradicts itself far back may only be noticed later.
            SnapshotReadResult again = SessionSnapshot.Read(Flow, SessionSnapshot.Write(session));
            (again.Success || again.Message is not null).ShouldBeTrue();
        }
    }

    private static void Mutate(JsonNode json, JsonNode[] snapshots, Random random)
    {
        JsonNode[] inner = [.. All(json)];
        JsonNode at = inner[random.Next(inner.Length)];
        switch (at)
        {
            case JsonObject members when members.Count > 0:
                string name = members.ElementAt(random.Next(members.Count)).Key;
                if (random.Next(3) == 0)
                {
                    members.Remove(name);
                }
                else
                {
                    members[name] = Other(members[name], snapshots, random);
                }

                break;
            case JsonArray list when list.Count > 0:
                int place = random.Next(list.Count);
                switch (random.Next(3))
                {
                    case 0:
                        list.RemoveAt(place);
                        break;
                    case 1:
                        list.Add(list[place]?.DeepClone());
                        break;
                    default:
                        list[place] = Other(list[place], snapshots, random);
                        break;
                }

                break;
            case JsonArray list:
                list.Add(Ids[random.Next(Ids.Length)]);
                break;
            case JsonObject members:
                members[Ids[random.Next(Ids.Length)]] = true;
                break;
        }
    }

    /// <summary>Another value: an id instead of an id, a number beside a number, or what stands in another snapshot.</summary>
    private static JsonNode? Other(JsonNode? value, JsonNode[] snapshots, Random random)
    {
        if (random.Next(4) == 0)
        {
            JsonNode[] pieces = [.. All(snapshots[random.Next(snapshots.Length)])];
            return pieces[random.Next(pieces.Length)].DeepClone();
        }

        return value?.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.String => Ids[random.Next(Ids.Length)],
            System.Text.Json.JsonValueKind.Number => random.Next(-2, 6),
            System.Text.Json.JsonValueKind.True => false,
            _ => random.Next(3) == 0 ? null : Ids[random.Next(Ids.Length)],
        };
    }

    private static IEnumerable<JsonNode> All(JsonNode node)
    {
        yield return node;
        IEnumerable<JsonNode?> children = node switch
        {
            JsonObject members => members.Select(member => member.Value),
            JsonArray list => list,
            _ => [],
        };
        foreach (JsonNode inner in children.OfType<JsonNode>().Where(child => child is JsonObject or JsonArray).SelectMany(All))
        {
            yield return inner;
        }
    }
}
