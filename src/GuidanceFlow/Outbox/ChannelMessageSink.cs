namespace GuidanceFlow.Outbox;

/// <summary>Delivers what sessions say to the sink of their channel (<see cref="Engine.StartRequest.Channel"/>). Immutable; thread-safe where its sinks are.</summary>
public sealed class ChannelMessageSink : IMessageSink
{
    private readonly Dictionary<string, IMessageSink> _channels;
    private readonly IMessageSink? _others;

    /// <summary>Makes a sink.</summary>
    /// <param name="channels">The sinks by channel; names are compared as they are written.</param>
    /// <param name="others">Where what comes of other channels goes, and of sessions without one; null for nowhere: then its delivery fails, comes again, and is laid aside as a dead letter in the end.</param>
    public ChannelMessageSink(IReadOnlyDictionary<string, IMessageSink> channels, IMessageSink? others = null)
    {
        ArgumentNullException.ThrowIfNull(channels);
        _channels = new Dictionary<string, IMessageSink>(channels, StringComparer.Ordinal);
        _others = others;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">There is no sink for the channel.</exception>
    public ValueTask DeliverAsync(OutboundMessages messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        IMessageSink? sink = messages.Channel is { } channel && _channels.TryGetValue(channel, out IMessageSink? own) ? own : _others;
        return sink is not null
            ? sink.DeliverAsync(messages, cancellationToken)
            : throw new InvalidOperationException($"There is no message sink for the channel '{messages.Channel}'. Add it with UseMessages(\"{messages.Channel}\", …), or one for all others with UseMessages(…).");
    }
}
