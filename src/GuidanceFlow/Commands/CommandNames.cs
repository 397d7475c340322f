namespace GuidanceFlow.Commands;

/// <summary>The words flows, journals and protocols use for a <see cref="SessionCommand"/>.</summary>
internal static class CommandNames
{
    public static string Of(SessionCommand command) => command switch
    {
        SessionCommand.Back => "back",
        SessionCommand.Repeat => "repeat",
        SessionCommand.Help => "help",
        SessionCommand.Person => "person",
        SessionCommand.Restart => "restart",
        _ => "cancel",
    };

    public static SessionCommand? Parse(string name) => name switch
    {
        "back" => SessionCommand.Back,
        "repeat" => SessionCommand.Repeat,
        "help" => SessionCommand.Help,
        "person" => SessionCommand.Person,
        "restart" => SessionCommand.Restart,
        "cancel" => SessionCommand.Cancel,
        _ => null,
    };
}
