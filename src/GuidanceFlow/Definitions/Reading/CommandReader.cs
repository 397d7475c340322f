using GuidanceFlow.Commands;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads what a flow changes about commands.</summary>
internal static class CommandReader
{
    public const int MostBack = 1_000;

    public static readonly MemberTable Table = new(
        "command",
        "a command",
        new Member("off"),
        new Member("words"),
        new Member("only"),
        new Member("text"),
        new Member("goto"),
        new Member("limit"));

    public static readonly MemberTable AllTable = new("commands", "the commands", [.. Enum.GetValues<SessionCommand>().Select(command => new Member(CommandNames.Of(command)))]);

    /// <summary>The member <c>commands</c> of a flow, in the order of the commands.</summary>
    public static EquatableArray<CommandDefinition> Read(in MemberValues owner)
    {
        if (owner["commands"] is not (> 0 and int node))
        {
            return default;
        }

        MemberValues members = MemberValues.Open(owner.Context, node, AllTable);
        var commands = new List<CommandDefinition>();
        foreach (SessionCommand command in Enum.GetValues<SessionCommand>())
        {
            if (members[CommandNames.Of(command)] is > 0 and int at)
            {
                commands.Add(Read(owner.Context, command, at));
            }
        }

        return commands.ToEquatableArray();
    }

    private static CommandDefinition Read(ReadContext context, SessionCommand command, int node)
    {
        MemberValues members = MemberValues.Open(context, node, Table);
        if (command != SessionCommand.Person && members["goto"] > 0)
        {
            context.ReportName(DiagnosticCatalog.UnknownMember, members["goto"], $"Only 'person' leads to a step. Remove 'goto' from '{CommandNames.Of(command)}'.");
        }

        if (command != SessionCommand.Back && members["limit"] > 0)
        {
            context.ReportName(DiagnosticCatalog.UnknownMember, members["limit"], $"Only 'back' has a limit. Remove 'limit' from '{CommandNames.Of(command)}'.");
        }

        var definition = new CommandDefinition
        {
            Command = command,
            Off = members.Flag("off") ?? false,
            Words = members.List("words", static (context, item) => context.Text(item)),
            Only = members.Flag("only") ?? false,
            Text = members.OptionalText("text"),
            Goto = members.OptionalText("goto"),
            Limit = members.Integer("limit", 1, MostBack),
        };
        if (definition.Only && !definition.Off && definition.Words.IsEmpty)
        {
            context.Invalid(members["only"], "Only the command's own words count, but it has none. Add 'words', or switch it off with \"off\": true.");
        }

        return definition;
    }
}
