using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GuidanceFlow.Tests.Compilation.Mutations;

/// <summary>Changes the structure of a file at random: what stays JSON, but mostly is no flow any more.</summary>
internal sealed partial class TreeMutator(Random random)
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 1_000, WriteIndented = true };

    private static readonly string[] Words =
    [
        "say", "ask", "set", "branch", "each", "ticket", "end", "choice", "yes_no", "text", "number", "integer", "boolean", "date", "duration", "list of text", "object", "list",
        "next_item", "stop", "resolved", "progress", "table", "checklist", "PT5M", "P9999999D", "2026-01-31", "@next", "@break", "@fail", "", "zh-CN", "decide", "\u0000", "\ud83d\ude00", "id", "steps",
    ];

    private static readonly string[] Names =
    [
        "id", "type", "text", "when", "next", "goto", "steps", "save", "answer", "options", "values", "in", "as", "where", "order_by", "collect", "on_failure", "retry", "fallback",
        "attempts", "show", "rows", "from", "cells", "default", "optional", "fields", "of", "evidence", "ticket", "title", "variants", "\u2028", "Text",
    ];

    private static readonly string[] Code =
    [
        "{{", "}}", "{{ end }}", "{{ if true }}", "{{ for x in [1, 2] }}", "{{ 1 / 0 }}", "{{ session }}", "{{ x = 1 }}", " && ", " || ", "!", " == ", " ?? ", " and ", "'", "\"", "(", ")", "[", "]", "?.x", ".size",
        " | string.upcase", " | array.size", " | date.to_string '%x'", "answers['", "answer", "loop.index", "fallback.reason", "ticket.reference", "null", "true", "9223372036854775807", " + 1", " / 0", "1e308 * 10", "\n", "\u0001",
    ];

    private static readonly string[] Expressions =
    [
        "true", "1 / 0 > 1", "session.turn > 1", "null", "answer", "[1, 2, 3]", "[[]]", "{ a: 1 }", "'x'", "loop.first", "1..100000", "'x' * 100000", "date.now", "answers", "item", "0.1 + 0.2", "[] | array.first",
    ];

    public string Mutate(string text)
    {
        JsonNode root = JsonNode.Parse(text, documentOptions: Options)!;
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            Change(root);
        }

        string mutant = root.ToJsonString(Deep);
        return random.Next(10) == 0 ? GiveNameTwice(mutant) : mutant;
    }

    private void Change(JsonNode root)
    {
        List<JsonNode> nodes = [.. All(root).Skip(1)];
        if (nodes.Count == 0)
        {
            return;
        }

        JsonNode node = nodes[random.Next(nodes.Count)];
        switch (random.Next(11))
        {
            case 0:
                Remove(node);
                break;
            case 1 when node.Parent is JsonArray list:
                list.Insert(random.Next(list.Count + 1), node.DeepClone());
                break;
            case 2 when node.Parent is JsonObject members:
                Rename(members, node);
                break;
            case 3:
                Swap(node, nodes[random.Next(nodes.Count)]);
                break;
            case 4:
                node.ReplaceWith(Other());
                break;
            case 5 when nodes.OfType<JsonArray>().ToArray() is { Length: > 0 } lists:
                Shuffle(lists[random.Next(lists.Length)]);
                break;
            case 6 or 7:
                Retarget(nodes);
                break;
            case 8 or 9:
                Rewrite(nodes);
                break;
            default:
                if (node.Parent is JsonObject parent)
                {
                    parent[Pick(Names)] = Other();
                }

                break;
        }
    }

    private static IEnumerable<JsonNode> All(JsonNode? node)
    {
        IEnumerable<JsonNode?> children = node switch { JsonObject members => members.Select(member => member.Value), JsonArray items => items, _ => [] };
        return node is null ? [] : children.SelectMany(All).Prepend(node);
    }

    private static void Remove(JsonNode node)
    {
        if (node.Parent is JsonObject members)
        {
            members.Remove(node.GetPropertyName());
        }
        else
        {
            ((JsonArray)node.Parent!).RemoveAt(node.GetElementIndex());
        }
    }

    private void Rename(JsonObject members, JsonNode node)
    {
        string name = node.GetPropertyName();
        string renamed = random.Next(2) == 0 || name.Length < 2 ? Pick(Names) : name.Remove(random.Next(name.Length), 1);
        members.Remove(name);
        members[renamed] = node;
    }

    private static void Swap(JsonNode one, JsonNode other)
    {
        (JsonNode first, JsonNode second) = (one.DeepClone(), other.DeepClone());
        one.ReplaceWith(second);
        if (other.Parent is not null && other.Root == second.Root)
        {
            other.ReplaceWith(first);
        }
    }

    private void Shuffle(JsonArray list)
    {
        JsonNode?[] items = [.. list.Select(item => item?.DeepClone())];
        random.Shuffle(items);
        list.Clear();
        foreach (JsonNode? item in items)
        {
            list.Add(item);
        }
    }

    /// <summary>Leads a route, a fallback or an option elsewhere.</summary>
    private void Retarget(List<JsonNode> nodes)
    {
        string[] ids = [.. nodes.OfType<JsonObject>().Select(step => step["id"] is JsonValue id ? id.ToString() : "@next"), "@next", "@break", "@fail", "nowhere"];
        JsonObject[] steps = [.. nodes.OfType<JsonObject>().Where(step => step.ContainsKey("id") || step.ContainsKey("goto"))];
        if (steps.Length > 0)
        {
            JsonObject step = steps[random.Next(steps.Length)];
            step[step.ContainsKey("goto") ? "goto" : "next"] = Pick(ids);
        }
    }

    /// <summary>Changes a text, be it a template, an expression or a word.</summary>
    private void Rewrite(List<JsonNode> nodes)
    {
        JsonValue[] texts = [.. nodes.OfType<JsonValue>().Where(value => value.GetValueKind() == JsonValueKind.String)];
        if (texts.Length == 0)
        {
            return;
        }

        JsonValue chosen = texts[random.Next(texts.Length)];
        string text = chosen.ToString();
        int at = random.Next(text.Length + 1);
        chosen.ReplaceWith(random.Next(5) switch
        {
            0 => Pick(Expressions),
            1 => "{{ " + Pick(Expressions) + " }}",
            2 => text.Remove(at, random.Next(text.Length - at + 1)),
            3 => texts[random.Next(texts.Length)].ToString(),
            _ => text.Insert(at, Pick(Code)),
        });
    }

    private JsonNode? Other() => random.Next(14) switch
    {
        0 => null,
        1 => true,
        2 => random.Next(-1, 3),
        3 => JsonNode.Parse(Pick(["1e400", "-1e400", "99999999999999999999", "0.1", "-0", "2147483648", "9223372036854775808"])),
        4 => new string('x', random.Next(4) == 0 ? 200_000 : 70),
        5 => string.Concat(Enumerable.Repeat("{{ 1 }}(", random.Next(4) == 0 ? 20_000 : 3)),
        6 => new string('(', random.Next(4) == 0 ? 50_000 : 3),
        7 => Nested(random.Next(5, 100)),
        8 => new JsonArray(),
        9 => new JsonObject(),
        10 => new JsonArray(Pick(Words), 1, new JsonObject { ["id"] = Pick(Words) }),
        11 => Pick(Expressions),
        _ => Pick(Words),
    };

    private static JsonNode Nested(int depth)
    {
        JsonNode node = "deep";
        for (int i = 0; i < depth; i++)
        {
            node = i % 2 == 0 ? new JsonArray(node) : new JsonObject { ["of"] = node };
        }

        return node;
    }

    /// <summary>Gives a member the name of another one, which a tree cannot hold.</summary>
    private string GiveNameTwice(string text)
    {
        Match[] names = [.. MemberName().Matches(text).Cast<Match>()];
        return names.Length < 2
            ? text
            : text.Remove(names[^1].Index, names[^1].Length).Insert(names[^1].Index, names[random.Next(names.Length)].Value);
    }

    private T Pick<T>(T[] all) => all[random.Next(all.Length)];

    [GeneratedRegex("\"[a-z_]+\"(?=: )")]
    private static partial Regex MemberName();
}
