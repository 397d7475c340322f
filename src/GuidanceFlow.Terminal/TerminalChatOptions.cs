namespace GuidanceFlow.Terminal;

/// <summary>What a <see cref="TerminalChat"/> may be told.</summary>
public sealed class TerminalChatOptions
{
    /// <summary>The words that start the program again, but for <c>--resume</c> and the file; the customer reads them when a conversation is saved.</summary>
    /// <value>The program as it was started, without arguments.</value>
    public IReadOnlyList<string> Command { get; init; } = ThisProgram;

    /// <summary>The program as it was started, without arguments: the beginning of a <see cref="Command"/> with some.</summary>
    public static IReadOnlyList<string> ThisProgram => Saving.OwnCommand.Words(
        Environment.ProcessPath,
        Environment.GetCommandLineArgs().FirstOrDefault(),
        Environment.CurrentDirectory,
        Environment.GetEnvironmentVariable("PATH"));

    /// <summary>The folder conversations are saved in. Where nothing can be written, the user's folder for application data takes its place.</summary>
    /// <value>The folder the program was started in.</value>
    public string Folder { get; init; } = Environment.CurrentDirectory;

    /// <summary>Whether the chat says what failed inside of a turn, for those who write flows.</summary>
    /// <value><c>false</c></value>
    public bool ShowErrors { get; init; }

    /// <summary>The clock; its zone is that of the times the customer reads.</summary>
    /// <value>The system's.</value>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where the host's messages and tickets arrive that come when nobody asked. The chat shows them at once; what is typed stays.</summary>
    /// <value>None: then the chat notices that the session has gone on, and only says its question.</value>
    public TerminalInbox? Inbox { get; init; }

    /// <summary>Commands of the app's own, beside <c>/help</c>, <c>/again</c> and <c>/quit</c>, which cannot be replaced.</summary>
    /// <value>None.</value>
    public IReadOnlyList<TerminalCommand> Commands { get; init; } = [];
}
