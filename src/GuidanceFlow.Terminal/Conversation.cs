using GuidanceFlow.Engine;
using GuidanceFlow.Prompts;
using GuidanceFlow.Sessions;
using GuidanceFlow.Terminal.Asking;
using GuidanceFlow.Terminal.Drawing;
using GuidanceFlow.Terminal.Saving;
using GuidanceFlow.Terminal.Words;
using GuidanceFlow.Tickets;
using Spectre.Console.Rendering;

namespace GuidanceFlow.Terminal;

/// <summary>One conversation: says, asks, hands answers on, and saves when the customer leaves.</summary>
internal sealed class Conversation(GuidanceHost host, ISessionStore store, TerminalChatOptions options, Screen screen, ChatWords words, SavedSession? saved = null)
{
    private static readonly string[] WordsToLeave = ["quit", "exit", ":q", "退出"];

    private readonly ReplyDrawing _drawing = new(screen, words, options.Time.LocalTimeZone);
    private readonly List<Ticket> _tickets = [.. saved?.Tickets ?? []];
    private string? _askedToLeave;

    public void Say(TurnReply reply)
    {
        _tickets.AddRange(reply.Tickets);
        if (reply.Error is not null && options.ShowErrors)
        {
            screen.Draw("! " + reply.Error, Styles.Notice);
        }

        if (reply.Result == TurnResult.Refused)
        {
            screen.Draw(words.TurnFailed, Styles.Notice);
        }

        _drawing.Draw(reply);
    }

    /// <summary>Tells a customer who comes back where the conversation is.</summary>
    public void Welcome(string title, Situation where)
    {
        screen.Draw(
        [
            TextLine.Of(SafeText.CleanLine(title), Styles.Heading),
            .. TextLine.Wrapped(words.Resumed, Styles.Quiet, screen.Width),
            .. _tickets.Count == 0 ? [] : TextLine.Wrapped(ChatWords.Fill(words.AlreadyFiled, string.Join(", ", _tickets.Select(ticket => ticket.Reference))), Styles.Quiet, screen.Width),
        ]);
        Repeat(where);
    }

    public async Task<TerminalChatEnd> TalkAsync(IAsker asker, TurnReply reply, CancellationToken cancellationToken)
    {
        try
        {
            while (reply.Status == SessionStatus.Waiting)
            {
                Choice? answer = await asker.AskAsync(Question.From(reply.Expects, words), cancellationToken).ConfigureAwait(false);
                if (answer is null || IsCommand(answer, "quit", "exit"))
                {
                    return await SaveAsync(reply.Session).ConfigureAwait(false);
                }

                if (!await TakesAsync(answer, reply.Session).ConfigureAwait(false))
                {
                    continue;
                }

                TurnReply next = await host.StepAsync(reply.Session, InputOf(answer, reply), cancellationToken: cancellationToken).ConfigureAwait(false);
                if (Misunderstanding.DidYouMean(next, words) is { } guess)
                {
                    screen.Draw(guess, Styles.Notice);
                }
                else if (Misunderstanding.Of(next, words) is { } hint && await IsAskedAsBeforeAsync(next).ConfigureAwait(false))
                {
                    screen.Draw(hint, Styles.Notice);
                }

                Say(next);
                reply = next.Result == TurnResult.Refused ? next with { Expects = next.Expects ?? reply.Expects } : next;
            }
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever failed, what was said so far must not be lost with it.
            await SaveAsync(reply.Session).ConfigureAwait(false);
            throw;
        }

        Close(reply);
        return TerminalChatEnd.Over;
    }

    /// <summary>Whether a question without retry texts is only said again, so that nothing tells the customer why.</summary>
    private async Task<bool> IsAskedAsBeforeAsync(TurnReply reply) =>
        reply.Messages is [{ Kind: MessageKind.Retry } message] && await host.WhereAsync(reply.Session).ConfigureAwait(false) is { Question: { } question } && string.Equals(question.Text, message.Text, StringComparison.Ordinal);

    /// <summary>Whether the text is an answer; if not, it was meant for the front end, which has done it.</summary>
    private async Task<bool> TakesAsync(Choice answer, string session)
    {
        if (answer.Chosen is not null)
        {
            _askedToLeave = null;
            return true;
        }

        string text = answer.Answer;
        if (IsCommand(answer, "help", "?"))
        {
            Help();
            return false;
        }

        if (IsCommand(answer, "again"))
        {
            if (await host.WhereAsync(session).ConfigureAwait(false) is { } where)
            {
                Repeat(where);
            }

            return false;
        }

        if (text.StartsWith('/') && !text.StartsWith("//", StringComparison.Ordinal))
        {
            screen.Draw(ChatWords.Fill(words.UnknownCommand, text.Split(' ')[0]), Styles.Notice);
            return false;
        }

        if (WordsToLeave.Contains(text, StringComparer.OrdinalIgnoreCase) && !string.Equals(_askedToLeave, text, StringComparison.OrdinalIgnoreCase))
        {
            _askedToLeave = text;
            screen.Draw(ChatWords.Fill(words.LeaveHint, text), Styles.Notice);
            return false;
        }

        _askedToLeave = null;
        return true;
    }

    /// <summary>
    /// What is chosen gets there by its value, because its words may mean nothing, or something else; so does what a yes says was meant. A slash before a slash
    /// is taken off what is typed.
    /// </summary>
    private static AnswerInput InputOf(Choice answer, TurnReply asked) =>
        answer.Chosen ?? Misunderstanding.Confirm(asked, answer.Answer) ?? new AnswerInput(answer.Answer.StartsWith("//", StringComparison.Ordinal) ? answer.Answer[1..] : answer.Answer);

    private static bool IsCommand(Choice answer, params ReadOnlySpan<string> names)
    {
        if (answer.Chosen is not null)
        {
            return false;
        }

        foreach (string name in names)
        {
            if (string.Equals(answer.Answer, "/" + name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private void Repeat(Situation where)
    {
        if (where.Question is { } question)
        {
            _drawing.Draw(question);
        }
    }

    private void Help()
    {
        int width = words.Help.Max(entry => Cells.Width(entry.Key));
        screen.Draw(TextLine.Wrapped(words.HelpTitle, Styles.Plain, screen.Width).Concat(words.Help.SelectMany(entry =>
            TextLine.Wrapped(entry.Meaning, Styles.Quiet, screen.Width, new Segment("  " + entry.Key + new string(' ', width - Cells.Width(entry.Key) + 2), Styles.Chosen)))));
    }

    private void Close(TurnReply reply)
    {
        if (saved is not null)
        {
            // Nothing is left to go on with.
            SessionFolder.Delete(saved.Path);
        }

        bool good = reply.Outcome == SessionOutcome.Resolved;
        string text = words.Of(reply.Outcome ?? SessionOutcome.Abandoned, _tickets.Count == 0 ? null : string.Join(", ", _tickets.Select(ticket => ticket.Reference)));
        screen.Draw(TextLine.Wrapped(text, good ? Styles.Good : Styles.Plain, screen.Width, new Segment((good ? screen.Glyphs.Ticked : screen.Glyphs.Bullet) + " "), good ? Styles.Good : Styles.Quiet));
    }

    /// <summary>A command that does not fit beside its sentence gets a line of its own, so that it can be copied as one.</summary>
    private void SayHowToGoOn(string command)
    {
        string line = ChatWords.Fill(words.Saved, command);
        screen.DrawUnbroken(Cells.Width(line) <= screen.Width ? line : ChatWords.Fill(words.Saved, string.Empty).TrimEnd() + "\n" + command);
    }

    private async Task<TerminalChatEnd> SaveAsync(string sessionId)
    {
        StoredSession? session = await store.LoadAsync(sessionId, CancellationToken.None).ConfigureAwait(false);
        if (session is null || host.Flows.Find(session.FlowId, session.FlowVersion) is not { } flow)
        {
            return TerminalChatEnd.NotSaved;
        }

        string wanted = saved?.Path ?? SessionFolder.FileFor(options.Folder, sessionId);
        foreach (string path in (string[])[wanted, SessionFolder.FileFor(SessionFolder.OfUser, sessionId)])
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
                SessionFile.Write(path, session, flow.StructureHash, _tickets, options.Time.GetUtcNow());
                SayHowToGoOn(SafeText.CleanLine(ShellWords.Join([.. options.Command, "--resume", SessionFolder.Shorten(path)])));
                return TerminalChatEnd.Saved;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // The next place may do; the system's own words would be in its language, not the reader's.
            }
        }

        screen.Draw(ChatWords.Fill(words.NotSaved, wanted), Styles.Notice);
        return TerminalChatEnd.NotSaved;
    }
}
