using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace GuidanceFlow.Benchmarks;

/// <summary>What long templates are measured beside: JSON of the same length, read to a tree.</summary>
internal static class JsonPeer
{
    /// <summary>An array of small objects, of about that many UTF-16 units.</summary>
    public static string Repeat(int length)
    {
        var text = new StringBuilder("[", length + 128);
        for (int i = 0; text.Length < length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""{{(i == 0 ? string.Empty : ",")}}{"id":{{i}},"name":"a device of the house","tags":["gateway","lamp",{"x":1.5,"on":true}]}""");
        }

        return text.Append(']').ToString();
    }

    /// <summary>Reads a text to the tree's leaves; the tree makes its nodes when they are asked for.</summary>
    public static object Parse(string text)
    {
        JsonNode tree = JsonNode.Parse(text)!;
        Visit(tree);
        return tree;
    }

    private static void Visit(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (JsonNode? item in items)
            {
                Visit(item);
            }
        }
        else if (node is JsonObject members)
        {
            foreach ((_, JsonNode? member) in members)
            {
                Visit(member);
            }
        }
    }
}
