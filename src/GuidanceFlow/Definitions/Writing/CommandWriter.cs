using GuidanceFlow.Commands;

namespace GuidanceFlow.Definitions.Writing;

/// <summary>Writes what a flow changes about commands.</summary>
internal static class CommandWriter
{
    /// <summary>The member <c>commands</c>, if anything is changed.</summary>
    public static void Write(JsonOutput output, EquatableArray<CommandDefinition> commands) => output.OptionalMap("commands", commands, static (output, command) =>
    {
        output.Name(CommandNames.Of(command.Command));
        output.StartObject();
        Flag(output, "off", command.Off);
        output.Optional("words", command.Words, static (output, word) => output.Text(word));
        Flag(output, "only", command.Only);
        output.Optional("text", command.Text);
        output.Optional("goto", command.Goto);
        if (command.Limit is { } limit)
        {
            output.Name("limit");
            output.Integer(limit);
        }

        output.EndObject();
    });

    private static void Flag(JsonOutput output, string name, bool value)
    {
        if (value)
        {
            output.Name(name);
            output.Flag(value);
        }
    }
}
