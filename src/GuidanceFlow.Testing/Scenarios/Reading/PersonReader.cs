using System.Text.Json;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Testing.Scenarios.Reading;

/// <summary>Reads what a person does who has the session.</summary>
internal static class PersonReader
{
    public static readonly MemberTable Table = new("person", "what a person does", [], ["by", "says", "returns", "ends"]);

    public static readonly MemberTable ReturnTable = new("returns", "a return", [], ["step", "data"]);

    public static PersonInput Read(ReadContext context, JsonItem item)
    {
        Members members = Members.Open(context, item, Table);
        string? by = members.Text("by");
        string? says = members.Text("says");
        JsonItem? returns = members.Find("returns");
        if (members.Find("ends") is { } ends)
        {
            if (returns is not null)
            {
                context.Report(ScenarioDiagnostics.UnknownMember, ends.NameStart, ends.Path, "A person gives the session back or ends it. Leave out 'returns' or 'ends'.");
            }

            return new PersonEndInput(members.Word("ends", "outcome", Words.Outcomes) ?? SessionOutcome.Resolved) { By = by, Text = says };
        }

        if (returns is not null)
        {
            Members given = Members.Open(context, returns, ReturnTable);
            return new PersonReturnInput { By = by, Text = says, Step = given.Text("step"), Data = given.Values("data") };
        }

        if (says is null && item.Kind == JsonValueKind.Object)
        {
            context.Report(ScenarioDiagnostics.MissingMember, item.Start, item.Path, "The person does nothing. Add \"says\": \"…\", \"returns\": {} or \"ends\": \"resolved\".");
        }

        return new PersonMessageInput(says ?? string.Empty) { By = by };
    }
}
