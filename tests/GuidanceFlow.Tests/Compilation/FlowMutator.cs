using System.Text.Json.Nodes;

namespace GuidanceFlow.Tests.Compilation;

/// <summary>Changes a flow at random: some changes break it, others keep it a flow and lead its ways elsewhere.</summary>
internal sealed class FlowMutator(Random random)
{
    private static readonly string[] Fragments =
    [
        "{{", "}}", "{{ if", "{{ end }}", "{{ 1 / 0 }}", "{{ nobody }}", "{{ session }}", "\u0001", "\ud83d\ude00", "true", "null", "1 / 0 > 1", "@break", "@fail", "@next",
        "{{ devices[9]?.name }}", "{{ other_devices / 0 }}", "{{ labels['add-device'] }}", "a\nb", "devices", "device.name", "x ?? null", "[1, 2]", "{ a: 1 }", "",
    ];

    private static readonly string[] Guards =
    [
        "devices.size > 1", "wifi_kind == 'mesh'", "map_right ?? false", "failed_devices.size > 0", "answers['band-on'] ?? true", "session.turn > 3", "other_devices > 5",
        "(coverage_good ?? false) && all_blinking", "results.size == devices.size", "false", "true", "labels['wifi-kind'] == 'One router'", "fallback.reason == 'attempts'",
    ];

    private static readonly string[] Expressions =
    [
        "devices.size", "other_devices ?? 0", "wifi_kind ?? 'none'", "failed_count + 1", "results", "[]", "true", "'x'", "null", "failed_devices | array.add 'x'", "devices[0]?.name",
        "other_devices + 9223372036854775807", "wifi_kind ?? router_place", "satisfaction ?? failed_count",
    ];

    /// <summary>A flow with one to four changes.</summary>
    public string Mutate(string text)
    {
        JsonNode root = JsonNode.Parse(text)!;
        for (int i = random.Next(1, 5); i > 0; i--)
        {
            if (random.Next(3) > 0)
            {
                Bend(root);
            }
            else
            {
                Break(root);
            }
        }

        return root.ToJsonString();
    }

    private static IEnumerable<JsonNode> All(JsonNode? node)
    {
        IEnumerable<JsonNode?> children = node switch
        {
            JsonObject members => members.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        };
        return node is null ? [] : children.SelectMany(All).Prepend(node);
    }

    private static JsonArray? OptionsOf(JsonObject step) => step["answer"] is JsonObject answer ? answer["options"] as JsonArray : null;

    private T Pick<T>(IEnumerable<T> items)
    {
        T[] all = [.. items];
        return all[random.Next(all.Length)];
    }

    private static JsonObject[] Steps(JsonNode root) => [.. All(root).OfType<JsonObject>().Where(node => node.ContainsKey("id") && node["type"] is JsonValue && node.Parent?.Parent is JsonObject parent && ReferenceEquals(parent["steps"], node.Parent))];

    /// <summary>A change after which the flow may well compile.</summary>
    private void Bend(JsonNode root)
    {
        JsonObject[] steps = Steps(root);
        if (steps.Length < 2)
        {
            return;
        }

        JsonObject step = Pick(steps);
        string other = Pick(steps)["id"]!.ToString();
        switch (random.Next(10))
        {
            case 0:
                step["when"] = Pick(Guards);
                break;
            case 1:
                step["next"] = other;
                break;
            case 2:
                step["next"] = new JsonArray(new JsonObject { ["when"] = Pick(Guards), ["goto"] = other }, new JsonObject { ["goto"] = "@next" });
                break;
            case 3:
                (JsonArray list, int at) = ((JsonArray)step.Parent!, step.GetElementIndex());
                list.RemoveAt(at);
                list.Insert(random.Next(list.Count + 1), step);
                break;
            case 4:
                step.Remove(Pick(["when", "next", "retry", "save", "show"]));
                break;
            case 5 when step["type"]!.ToString() == "ask":
                step["fallback"] = new JsonObject { ["attempts"] = random.Next(1, 4), ["goto"] = random.Next(3) == 0 ? "@fail" : other };
                break;
            case 6 when step["type"]!.ToString() == "each":
                step["on_failure"] = Pick(["next_item", "stop"]);
                break;
            case 7:
                string id = "new-" + random.Next(1000);
                ((JsonArray)step.Parent!).Insert(step.GetElementIndex(), new JsonObject
                {
                    ["id"] = id,
                    ["type"] = "set",
                    ["values"] = new JsonObject { [Pick(["failed_count", "wifi_kind", "results", "failed_devices", "other_devices", "satisfaction", "map_right"])] = Pick(Expressions) },
                });
                break;
            case 8 when OptionsOf(step) is { Count: > 0 } options && options[random.Next(options.Count)] is JsonObject option:
                option[Pick(["when", "when", "goto"])] = random.Next(2) == 0 ? Pick(Guards) : other;
                break;
            default:
                ((JsonArray)step.Parent!).Insert(step.GetElementIndex(), new JsonObject
                {
                    ["id"] = "loop-" + random.Next(1000),
                    ["type"] = "each",
                    ["in"] = Pick(["devices", "failed_devices", "results"]),
                    ["as"] = "thing",
                    ["steps"] = new JsonArray(new JsonObject { ["id"] = "ask-" + random.Next(100000), ["type"] = "ask", ["text"] = "{{ loop.index }}?", ["answer"] = "yes_no", ["next"] = new JsonArray(new JsonObject { ["when"] = "answer", ["goto"] = Pick(["@break", "@fail", "@next", other]) }, new JsonObject { ["goto"] = "@next" }) }),
                });
                break;
        }
    }

    /// <summary>A change after which the flow is mostly none.</summary>
    private void Break(JsonNode root)
    {
        JsonNode node = Pick(All(root).Skip(1));
        JsonNode[] values = [.. All(root).OfType<JsonValue>().Where(value => value.GetValueKind() == System.Text.Json.JsonValueKind.String)];
        switch (random.Next(6))
        {
            case 0 when node.Parent is JsonObject members:
                members.Remove(node.GetPropertyName());
                break;
            case 0 or 1 when node.Parent is JsonArray items:
                if (random.Next(2) == 0)
                {
                    items.RemoveAt(node.GetElementIndex());
                }
                else
                {
                    items.Add(node.DeepClone());
                }

                break;
            case 2:
                JsonArray to = Pick(All(root).OfType<JsonArray>());
                to.Insert(random.Next(to.Count + 1), node.DeepClone());
                break;
            case 3:
                node.ReplaceWith(Pick<Func<JsonNode?>>([() => 1, () => -1.5, () => true, () => "x", () => new JsonArray(), () => new JsonObject(), () => null])());
                break;
            case 4:
                JsonNode one = Pick(values);
                JsonNode two = Pick(values);
                (string first, string second) = (one.ToString(), two.ToString());
                one.ReplaceWith(second);
                if (two.Parent is not null)
                {
                    two.ReplaceWith(first);
                }

                break;
            default:
                JsonNode text = Pick(values);
                text.ReplaceWith(random.Next(2) == 0 ? Pick(Fragments) : text.ToString().Insert(random.Next(text.ToString().Length + 1), Pick(Fragments)));
                break;
        }
    }
}
