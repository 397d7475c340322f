using GuidanceFlow.Terminal.Drawing;
using GuidanceFlow.Terminal.Keys;
using GuidanceFlow.Terminal.Words;
using Spectre.Console.Rendering;

namespace GuidanceFlow.Terminal.Asking;

/// <summary>Asks on a terminal that gives keys and can be drawn on.</summary>
internal sealed class KeyAsker(ITerminalInput input, Screen screen, ChatWords words) : IAsker
{
    public async Task<Asked> AskAsync(Question question, string draft, CancellationToken interruption, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(interruption, cancellationToken);
        var prompt = new Prompt(question);
        if (draft.Length > 0)
        {
            prompt.Type(draft);
        }

        var area = new LiveArea(screen);
        screen.Gap();
        while (true)
        {
            area.Draw(PromptPicture.Of(prompt, screen, words));
            TerminalEvent next;
            try
            {
                next = await input.NextAsync(either.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                area.Clear();
                return new Asked(null, prompt.Line.Text);
            }

            switch (next.Kind == TerminalEventKind.Key ? prompt.Press(next.Key) : next.Kind == TerminalEventKind.Leave ? PromptStep.Leave : PromptStep.Stay)
            {
                case PromptStep.Leave:
                    area.Clear();
                    return new Asked(null, null);
                case PromptStep.Send when await input.FollowsAtOnceAsync().ConfigureAwait(false):
                    // A line break in a pasted text; one in front of it says nothing.
                    if (prompt.Line.Text.Length > 0)
                    {
                        prompt.Type(" ");
                    }

                    break;
                case PromptStep.Send when prompt.Answer is { } answer:
                    area.Clear();
                    screen.Continue(new TextLines(TextLine.Wrapped(SafeText.CleanLine(question.IsSensitive ? "•••" : answer.Label), Styles.Chosen, screen.Width, new Segment(screen.Glyphs.Answer + " ", Styles.Chosen))));
                    return new Asked(answer, null);
                default:
                    break;
            }
        }
    }
}
