using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;

namespace SupportDeskConsole.Screens;

/// <summary>Plain text, for pipes: what is read is written, too, since nobody sees it being typed.</summary>
internal sealed class PlainScreen(TextReader input, TextWriter output) : IScreen
{
    public string? Read(string who)
    {
        string? line = input.ReadLine();
        if (line is not null)
        {
            output.WriteLine();
            output.WriteLine($"{who}> {line}");
        }

        return line;
    }

    public void Say(TurnReply reply)
    {
        if (reply.ToPlainText() is { Length: > 0 } text)
        {
            output.WriteLine(text);
        }
    }

    public void Say(Message message) => output.WriteLine(PlainText.Render(message));

    public void Note(string text) => output.WriteLine(text);
}
