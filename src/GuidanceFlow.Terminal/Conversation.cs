using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Outbox;
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
        string draft = string.Empty;
        try
        {
            while (reply.Status is SessionStatus.Waiting or SessionStatus.Busy or SessionStatus.WithPerson)
            {
                (Asked asked, bool hasNews) = await AskAsync(asker, reply, draft, cancellationToken).ConfigureAwait(false);
                draft = asked.Draft ?? string.Empty;
                if (hasNews)
                {
                    reply = await SayNewsAsync(reply).ConfigureAwait(false);
                }

                if (asked.Draft is not null)
                {
                    continue;
                }

                if (asked.Answer is not { } answer || IsCommand(answer, "quit", "exit"))
                {
                    return await SaveAsync(reply.Session).ConfigureAwait(false);
                }

                if (await TakesAsync(answer, reply, cancellationToken).ConfigureAwait(false))
                {
                    reply = await SendAsync(answer, reply, cancellationToken).ConfigureAwait(false);
                }
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

    /// <summary>Asks until there is an answer, or something else comes; tells whether it does.</summary>
    private async Task<(Asked Asked, bool HasNews)> AskAsync(IAsker asker, TurnReply reply, string draft, CancellationToken cancellationToken)
    {
        using var watch = new Watch(host, options.Inbox, options.Time, reply.Session, reply.Turn, cancellationToken);
        try
        {
            Asked asked = watch.HasNews
                ? new Asked(null, draft)
                : await asker.AskAsync(QuestionOf(reply), draft, watch.News, cancellationToken).ConfigureAwait(false);
            return (asked, watch.HasNews);
        }
        finally
        {
            await watch.StopAsync().ConfigureAwait(false);
        }
    }

    private Question QuestionOf(TurnReply reply) => reply.Status switch
    {
        SessionStatus.Busy => new Question([], words.BusyPlaceholder),
        SessionStatus.WithPerson => new Question([], words.PersonPlaceholder),
        _ => Question.From(reply.Expects, words),
    };

    private async Task<TurnReply> SendAsync(Choice answer, TurnReply reply, CancellationToken cancellationToken)
    {
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
        return next.Result == TurnResult.Refused ? next with { Expects = next.Expects ?? reply.Expects } : next;
    }

    /// <summary>Says what has come beside; where nobody brings it, only where the conversation is now.</summary>
    private async Task<TurnReply> SayNewsAsync(TurnReply reply)
    {
        (OutboundMessages[] messages, Ticket[] tickets) = options.Inbox?.Take(reply.Session) ?? ([], []);
        Situation where = await host.WhereAsync(reply.Session).ConfigureAwait(false) ?? throw new InvalidOperationException($"The store has lost the session '{reply.Session}'.");
        var news = new TurnReply
        {
            Session = reply.Session,
            Turn = where.Turn,
            Result = TurnResult.Accepted,
            Status = where.Status,
            Expects = where.Expects,
            Outcome = where.Outcome,
            Messages = messages.SelectMany(post => post.Messages).ToEquatableArray(),
            Tickets = tickets.ExceptBy(_tickets.Select(ticket => ticket.Id), ticket => ticket.Id).ToEquatableArray(),
        };
        Say(news);
        if (options.Inbox is null)
        {
            Repeat(where);
        }

        return news;
    }

    /// <summary>Whether a question without retry texts is only said again, so that nothing tells the customer why.</summary>
    private async Task<bool> IsAskedAsBeforeAsync(TurnReply reply) =>
        reply.Messages is [{ Kind: MessageKind.Retry } message] && await host.WhereAsync(reply.Session).ConfigureAwait(false) is { Question: { } question } && string.Equals(question.Text, message.Text, StringComparison.Ordinal);

    /// <summary>Whether the text is an answer; if not, it was meant for the front end, which has done it.</summary>
    private async Task<bool> TakesAsync(Choice answer, TurnReply reply, CancellationToken cancellationToken)
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
            if (await host.WhereAsync(reply.Session, cancellationToken).ConfigureAwait(false) is { } where)
            {
                Repeat(where);
            }

            return false;
        }

        if (text.StartsWith('/') && !text.StartsWith("//", StringComparison.Ordinal))
        {
            if (options.Commands.FirstOrDefault(command => IsCommand(text, command.Name)) is { } own)
            {
                if (await own.Run(reply.Session, text[(own.Name.Length + 1)..].Trim(), cancellationToken).ConfigureAwait(false) is { } said)
                {
                    screen.Draw(said, Styles.Notice);
                }

                return false;
            }

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
        if (reply.Status == SessionStatus.Busy)
        {
            screen.Draw(words.StillBusy, Styles.Notice);
            return false;
        }

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

    /// <summary>Whether a text that begins with a slash is a command with something behind it.</summary>
    private static bool IsCommand(string text, string name) =>
        text.AsSpan(1).StartsWith(name, StringComparison.OrdinalIgnoreCase) && (text.Length == name.Length + 1 || char.IsWhiteSpace(text[name.Length + 1]));

    private void Repeat(Situation where)
    {
        if (where.Question is { } question)
        {
            _drawing.Draw(question);
        }
    }

    private void Help()
    {
        (string Key, string Meaning)[] entries = [.. words.Help, .. options.Commands.Select(command => (command.Usage, command.Meaning))];
        int width = entries.Max(entry => Cells.Width(entry.Key));
        screen.Draw(TextLine.Wrapped(words.HelpTitle, Styles.Plain, screen.Width).Concat(entries.SelectMany(entry =>
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
