using System.Globalization;
using System.Text;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Benchmarks;

/// <summary>One turn that looks up 200 items, one after the other, in a decision table.</summary>
internal sealed class BenchTable
{
    public const int LookUps = 200;

    private static readonly AnswerInput Go = new("yes");

    private readonly Flow _flow;
    private readonly GuidanceSession _session;

    /// <param name="json">The flow.</param>
    /// <param name="rows">How many rows the table has.</param>
    /// <param name="asked">How many of them the items ask for, spread over the table.</param>
    public BenchTable(byte[] json, int rows, int asked)
    {
        _flow = FlowCompiler.Compile([FlowSource.FromUtf8("table.json", json)]).GetOrThrow();
        var items = new Value[LookUps];
        for (int i = 0; i < items.Length; i++)
        {
            // A step that shares no divisor with the table, so that neighbours are far apart.
            int row = (int)(i % asked * 7919L % rows);
            items[i] = Value.From(ValueObject.Create([KeyValuePair.Create("product", Value.From(Name(row))), KeyValuePair.Create("region", Value.From(Region(row))), KeyValuePair.Create("days", Value.From((row * 10L) + 5))]));
        }

        var inputs = new Dictionary<string, Value>(StringComparer.Ordinal) { ["items"] = Value.From(ValueList.Create(items)) };
        _session = GuidanceEngine.Start(_flow, new StartRequest { SessionId = "bench", Inputs = inputs }, BenchFlow.Now).Session;
    }

    public object Step() => GuidanceEngine.Step(_flow, _session, Go, BenchFlow.Now);

    /// <summary>The same turn without a table.</summary>
    public static byte[] Plain() => Json("""{ "id": "look", "type": "branch", "next": "@next" }""");

    /// <summary>Rows that ask for one product and region each.</summary>
    public static byte[] Equal(int rows) => Json(rows, """["item.product", "item.region"]""", row => $"\"{Name(row)}\", \"{Region(row)}\"", """ "*", "*" """);

    /// <summary>Rows that ask for a range of days each.</summary>
    public static byte[] Ranges(int rows) => Json(rows, """["item.days"]""", row => string.Create(CultureInfo.InvariantCulture, $"{{ \"from\": {row * 10}, \"below\": {(row + 1) * 10} }}"), """ "*" """);

    /// <summary>Rows of which every third leaves the product open, every third the region, and each asks for a range of days.</summary>
    public static byte[] Mixed(int rows) => Json(
        rows,
        """["item.product", "item.region", "item.days"]""",
        row => string.Create(CultureInfo.InvariantCulture, $"\"{(row % 3 == 0 ? "*" : Name(row))}\", \"{(row % 3 == 1 ? "*" : Region(row))}\", {{ \"from\": {row * 10}, \"to\": {(row * 10) + 15} }}"),
        """ "*", "*", "*" """);

    private static string Name(int row) => string.Create(CultureInfo.InvariantCulture, $"product-{row}");

    private static string Region(int row) => string.Create(CultureInfo.InvariantCulture, $"region-{row % 50}");

    private static byte[] Json(int rows, string inputs, Func<int, string> cells, string otherwise)
    {
        var text = new StringBuilder($"{{ \"id\": \"look\", \"type\": \"decide\", \"inputs\": {inputs}, \"outputs\": [\"found\"], \"rows\": [ ");
        for (int row = 0; row < rows - 1; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{{ \"if\": [{cells(row)}], \"then\": [{row}] }},\n");
        }

        return Json(text.Append(CultureInfo.InvariantCulture, $"{{ \"if\": [{otherwise}], \"then\": [-1] }} ] }}").ToString());
    }

    private static byte[] Json(string step) => Encoding.UTF8.GetBytes(
        $$"""
        { "flow": "table",
          "inputs": { "items": { "type": "list", "of": { "type": "object", "fields": { "product": "text", "region": "text", "days": "integer" } } } },
          "data": { "found": { "type": "integer", "default": 0 } },
          "fallback": { "goto": "over" },
          "stages": [ { "id": "all", "steps": [
            { "id": "go", "type": "ask", "text": "Go?", "answer": "yes_no" },
            { "id": "each", "type": "each", "in": "items", "as": "item", "steps": [ {{step}} ] },
            { "id": "over", "type": "end", "outcome": "resolved" } ] } ] }
        """);
}
