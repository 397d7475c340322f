using GuidanceFlow.Outbox;

namespace GuidanceFlow.Hosting;

/// <summary>A channel's message sink, as it was added.</summary>
internal sealed record ChannelRegistration(string Channel, IMessageSink Sink);
