using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;

namespace SupportDeskConsole.Screens;

/// <summary>Where the console reads and writes.</summary>
internal interface IScreen
{
    /// <summary>The next line that is typed; null when there are no more.</summary>
    string? Read(string who);

    /// <summary>What a session says.</summary>
    void Say(TurnReply reply);

    /// <summary>A message, or a list that is shown as one.</summary>
    void Say(Message message);

    /// <summary>The console's own words.</summary>
    void Note(string text);
}
