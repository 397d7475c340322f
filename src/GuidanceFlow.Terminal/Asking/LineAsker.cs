using System.Globalization;
using GuidanceFlow.Terminal.Drawing;
using GuidanceFlow.Terminal.Keys;
using Spectre.Console.Rendering;

namespace GuidanceFlow.Terminal.Asking;

/// <summary>Asks on a terminal that only takes lines: options are numbered.</summary>
internal sealed class LineAsker(ITerminalInput input, Screen screen) : IAsker
{
    public async Task<Choice?> AskAsync(Question question, CancellationToken cancellationToken)
    {
        if (question.Choices.Count > 0)
        {
            screen.Draw(question.Choices.SelectMany((choice, i) =>
                TextLine.Wrapped(choice.Label, Styles.Plain, screen.Width, new Segment(string.Create(CultureInfo.InvariantCulture, $"  {i + 1}. ")))));
        }

        screen.Gap();
        while (true)
        {
            screen.Write("> ");
            TerminalEvent next = await input.NextAsync(cancellationToken).ConfigureAwait(false);
            if (next.Kind == TerminalEventKind.Leave)
            {
                screen.Write("\n");
                return null;
            }

            if (next.Kind == TerminalEventKind.Line && !string.IsNullOrWhiteSpace(next.Line))
            {
                var prompt = new Prompt(question);
                prompt.Type(next.Line);
                return prompt.Answer;
            }
        }
    }
}
