using System.Text.Json.Serialization;
using GuidanceFlow.Actions;
using GuidanceFlow.Handoffs;
using GuidanceFlow.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace QuickStart;

/// <summary>A host that looks parcels up, writes to customers when nobody asked, and calls a person.</summary>
internal static class ParcelDesk
{
    public static IServiceCollection AddParcelDesk(this IServiceCollection services, string flow, Func<string, CancellationToken, Task<string?>> find, Func<string, string, Task> send, IHandoffSink desk) =>
        services.AddGuidanceFlow(guidance => guidance
            .AddFlow(flow)
            .AddAction("parcel.find", ParcelJson.Default.ParcelQuestion, ParcelJson.Default.ParcelAnswer, async (question, call, cancellationToken) =>
                new ParcelAnswer(await find(question.Number, cancellationToken) ?? throw new ActionException("unknown_parcel", $"There is no parcel {question.Number}.")))
            .UseMessages(new ChatMessages(send))
            .UseHandoffs(desk)
            .RunInBackground());

    private sealed class ChatMessages(Func<string, string, Task> send) : IMessageSink
    {
        // What came before with the same id must not be sent again: give the channel messages.Id as its key.
        public async ValueTask DeliverAsync(OutboundMessages messages, CancellationToken cancellationToken) =>
            await send(messages.CustomerKey ?? messages.SessionId, string.Join('\n', messages.Messages.Select(message => message.Text)));
    }
}

internal sealed record ParcelQuestion(string Number);

internal sealed record ParcelAnswer(string State);

[JsonSerializable(typeof(ParcelQuestion))]
[JsonSerializable(typeof(ParcelAnswer))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class ParcelJson : JsonSerializerContext;
