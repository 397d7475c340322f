using System.Globalization;
using GuidanceFlow.Terminal.Drawing;
using GuidanceFlow.Terminal.Keys;
using Spectre.Console.Rendering;

namespace GuidanceFlow.Terminal.Asking;

/// <summary>Asks on a terminal that only takes lines: options are numbered.</summary>
internal sealed class LineAsker(ITerminalInput input, Screen screen) : IAsker
{
    // The terminal itself keeps what was typed of a line, so that a draft is neither given nor taken.
    public async Task<Asked> AskAsync(Question question, string draft, CancellationToken interruption, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(interruption, cancellationToken);
        if (question.Choices.Count > 0)
        {
            screen.Draw(question.Choices.SelectMany((choice, i) =>
                TextLine.Wrapped(choice.Label, Styles.Plain, screen.Width, new Segment(string.Create(CultureInfo.InvariantCulture, $"  {i + 1}. ")))));
        }

        screen.Gap();
        while (true)
        {
            screen.Write("> ");
            TerminalEvent next;
            try
            {
                next = await input.NextAsync(either.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                screen.Write("\n");
                return new Asked(null, string.Empty);
            }

            if (next.Kind == TerminalEventKind.Leave)
            {
                screen.Write("\n");
                return new Asked(null, null);
            }

            if (next.Kind == TerminalEventKind.Line && !string.IsNullOrWhiteSpace(next.Line))
            {
                var prompt = new Prompt(question);
                prompt.Type(next.Line);
                if (prompt.Answer is { } answer)
                {
                    return new Asked(answer, null);
                }
            }
        }
    }
}
