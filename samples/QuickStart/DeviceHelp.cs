using GuidanceFlow;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace QuickStart;

/// <summary>Starts a flow with <c>"inputs": { "name": "text", "devices": { "type": "list", "of": { "type": "object", "fields": { "name": "text", "online": "boolean" } } } }</c>.</summary>
internal static class DeviceHelp
{
    public static Task<TurnReply> StartAsync(GuidanceHost host, string id, string name, IEnumerable<(string Name, bool Online)> devices) =>
        host.StartAsync("device-help", new StartRequest
        {
            SessionId = id,
            Locale = "zh-CN", // the customer's language; a flow that does not have it speaks its own
            Inputs = new Dictionary<string, Value>
            {
                ["name"] = Value.From(name),
                ["devices"] = Value.From(ValueList.Create([.. devices.Select(device => Value.From(ValueObject.Create(
                [
                    KeyValuePair.Create("name", Value.From(device.Name)),
                    KeyValuePair.Create("online", Value.From(device.Online)),
                ])))])),
            },
        });
}
