using GuidanceFlow.Outbox;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Terminal;

/// <summary>
/// Brings to a <see cref="TerminalChat"/> what its session says and files when nobody asked: reminders, waits that are over, a person's words. It is given to the host as its message sink and its ticket sink,
/// and to the chat in <see cref="TerminalChatOptions.Inbox"/>.
/// </summary>
/// <param name="tickets">Where tickets go beside; null for nowhere.</param>
/// <remarks>
/// Thread-safe. Messages stay until the chat of their session shows them; an id that was there before is dropped, also behind that. Beyond <see cref="MostKept"/> sessions nobody chats with, those that wait longest
/// are forgotten.
/// </remarks>
public sealed class TerminalInbox(ITicketSink? tickets = null) : IMessageSink, ITicketSink
{
    /// <summary>For how many sessions messages are kept: 100.</summary>
    public const int MostKept = 100;

    private readonly Lock _lock = new();
    private readonly List<Post> _posts = [];
    private TaskCompletionSource _arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when something arrives next.</summary>
    internal Task Arrival
    {
        get
        {
            lock (_lock)
            {
                return _arrival.Task;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DeliverAsync(OutboundMessages messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        Put(messages.SessionId, messages.Id, messages, ticket: null);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask FileAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        if (tickets is not null)
        {
            await tickets.FileAsync(ticket, cancellationToken).ConfigureAwait(false);
        }

        Put(ticket.SessionId, ticket.Id, messages: null, ticket);
    }

    internal bool HasMessages(string session)
    {
        lock (_lock)
        {
            return _posts.Find(post => post.Session == session)?.Messages.Count > 0;
        }
    }

    /// <summary>Takes out what has come for a session.</summary>
    internal (OutboundMessages[] Messages, Ticket[] Tickets) Take(string session)
    {
        lock (_lock)
        {
            if (_posts.Find(post => post.Session == session) is not { } post)
            {
                return ([], []);
            }

            (OutboundMessages[], Ticket[]) taken = ([.. post.Messages], [.. post.Tickets]);
            post.Messages.Clear();
            post.Tickets.Clear();
            return taken;
        }
    }

    private void Put(string session, string id, OutboundMessages? messages, Ticket? ticket)
    {
        TaskCompletionSource arrived;
        lock (_lock)
        {
            Post? post = _posts.Find(post => post.Session == session);
            if (post is null)
            {
                _posts.Add(post = new Post(session));
                _posts.RemoveRange(0, Math.Max(0, _posts.Count - MostKept));
            }

            if (!post.Seen.Add(id))
            {
                return;
            }

            if (messages is not null)
            {
                post.Messages.Add(messages);
            }
            else
            {
                post.Tickets.Add(ticket!);
            }

            arrived = _arrival;
            _arrival = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        arrived.SetResult();
    }

    /// <summary>What has come for one session.</summary>
    private sealed class Post(string session)
    {
        public string Session { get; } = session;

        public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

        public List<OutboundMessages> Messages { get; } = [];

        public List<Ticket> Tickets { get; } = [];
    }
}
