using System.Text.Json;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads the routes of a step: the id of a step, or a list of routes.</summary>
internal static class RouteReader
{
    public static readonly MemberTable Table = new("route", "a route", new Member("when"), new Member("goto", "\"goto\": \"a-step\""));

    /// <summary>The member <c>next</c> of a step, or another one with routes; empty when it is not given.</summary>
    public static EquatableArray<RouteDefinition> Read(in MemberValues step, string name = "next")
    {
        if (step[name] is not (> 0 and int node))
        {
            return default;
        }

        ReadContext context = step.Context;
        switch (context.Kind(node))
        {
            case JsonValueKind.String:
                return [new RouteDefinition { Goto = context.Text(node) ?? string.Empty }];
            case JsonValueKind.Array:
                return context.List(node, Read, "route");
            default:
                context.WrongType(node, "a step's id or an array of routes");
                return default;
        }
    }

    private static RouteDefinition Read(ReadContext context, int node)
    {
        MemberValues members = MemberValues.Open(context, node, Table);
        return new RouteDefinition { When = members.OptionalText("when"), Goto = members.Text("goto") };
    }
}
