using System.Globalization;
using System.Text;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Benchmarks;

/// <summary>
/// The flow that is measured: a ring of questions with three options, two guards and the prompt of 130 characters each (a member, an
/// if/else on a number, a loop of three objects with an index), and an end.
/// </summary>
internal static class BenchFlow
{
    /// <summary>The prompt, in the template language.</summary>
    public const string Prompt =
        "Hello {{ customer.name }}, you have {{ if count > 3 }}many{{ else }}a few{{ end }} devices: {{ for d in devices }}{{ for.index }}. {{ d.name }} {{ end }}Which first?";

    public static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public static readonly AnswerInput Answer = new("lamp");

    /// <summary>The flow's JSON.</summary>
    /// <param name="steps">How many steps it has; the last one is the end.</param>
    /// <param name="distinct">Whether no two questions have the same texts, so that nothing can be compiled once for several.</param>
    public static byte[] Json(int steps, bool distinct)
    {
        var text = new StringBuilder(
            """
            { "flow": "bench",
              "inputs": {
                "customer": { "type": "object", "fields": { "name": "text" } },
                "devices": { "type": "list", "of": { "type": "object", "fields": { "name": "text" } } } },
              "data": { "count": { "type": "integer", "default": 4 }, "pick": "text" },
              "fallback": { "goto": "over" },
              "stages": [ { "id": "all", "steps": [

            """);
        for (int i = 0; i < steps - 1; i++)
        {
            string prompt = !distinct ? Prompt : Prompt.Replace("first", "one as number " + i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            text.Append(CultureInfo.InvariantCulture, $$$"""
                { "id": "choose{{{i}}}", "type": "ask", "save": "pick", "text": "{{{prompt}}}",
                  "answer": { "type": "choice", "options": [ { "value": "gateway", "label": "{{{(distinct ? $"The gateway {i}" : "The gateway")}}}" }, "lamp", "sensor" ] },
                  "next": [ { "when": "pick == 'gateway' && count < {{{i % 3}}}", "goto": "over" }, { "when": "pick == 'sensor' || count > {{{i + 9}}}", "goto": "over" }, { "goto": "choose{{{(i + 1) % (steps - 1)}}}" } ] },

                """);
        }

        return Encoding.UTF8.GetBytes(text.Append("{ \"id\": \"over\", \"type\": \"end\", \"outcome\": \"resolved\" } ] } ] }").ToString());
    }

    public static Flow Compile(int steps) => FlowCompiler.Compile([FlowSource.FromUtf8("bench.json", Json(steps, distinct: false))]).GetOrThrow();

    /// <summary>A session of that many turns.</summary>
    public static GuidanceSession Session(Flow flow, int turns)
    {
        Value devices = Value.From(ValueList.Create([Named("gateway"), Named("lamp"), Named("sensor")]));
        var inputs = new Dictionary<string, Value>(StringComparer.Ordinal) { ["customer"] = Named("Mia"), ["devices"] = devices };
        GuidanceSession session = GuidanceEngine.Start(flow, new StartRequest { SessionId = "bench", Inputs = inputs }, Now).Session;
        while (session.Turn < turns)
        {
            session = GuidanceEngine.Step(flow, session, Answer, Now).Session;
        }

        return session;
    }

    public static Value Named(string name) => Value.From(ValueObject.Create([KeyValuePair.Create("name", Value.From(name))]));
}
