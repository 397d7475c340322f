using System.Text;
using System.Text.Json;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads a name and the expression it gets. <c>true</c>, <c>false</c>, <c>null</c> and numbers need no quotes: they mean themselves.</summary>
internal static class AssignmentReader
{
    public static AssignmentDefinition Read(ReadContext context, string name, int node)
    {
        switch (context.Kind(node))
        {
            case JsonValueKind.String:
                return new AssignmentDefinition(name, context.Text(node) ?? string.Empty);
            case JsonValueKind.Object or JsonValueKind.Array:
                context.WrongType(node, "an expression", "Write it as a text, such as \"[1, 2]\".");
                return new AssignmentDefinition(name, string.Empty);
            default:
                return new AssignmentDefinition(name, Encoding.UTF8.GetString(context.Tree.Literal(node)));
        }
    }
}
