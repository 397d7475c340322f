using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;
using GuidanceFlow.Terminal;

namespace SupportDeskConsole.Screens;

/// <summary>A terminal that somebody sits at.</summary>
internal sealed class DrawnScreen(TerminalView view) : IScreen
{
    public string? Read(string who)
    {
        Console.WriteLine();
        Console.Write(who + "> ");
        return Console.ReadLine();
    }

    public void Say(TurnReply reply) => view.Draw(reply);

    public void Say(Message message) => view.Draw(message);

    public void Note(string text) => view.Note(text);
}
