using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Tests.Engine;

/// <summary>Small flows from short texts: only what a test is about stands in the test.</summary>
internal static class Flows
{
    /// <summary>What a rescue stage needs: the ticket that fallbacks of small flows file.</summary>
    private const string Ticket =
        """
        "tickets": { "help": { "queue": "q", "respond_within": "PT2H", "subject": "{{ fallback.reason ?? 'none' }}", "body": "{{ fallback.step ?? 'none' }}" } },
        """;

    private const string Rescue =
        """
        ,{ "id": "rescue", "counted": false, "steps": [
             { "id": "open-ticket", "type": "ticket", "ticket": "help", "text": "Ticket {{ ticket.reference }}." },
             { "id": "left", "type": "end", "outcome": "escalated" }
        ] }
        """;

    /// <summary>The whole text of a flow.</summary>
    public static Flow FromText(string json) => FlowCompiler.Compile([FlowSource.FromText("flow.json", json)]).GetOrThrow();

    /// <summary>The findings of a flow's text, errors only.</summary>
    public static string[] ErrorsOf(string json) =>
        [.. FlowCompiler.Compile([FlowSource.FromText("flow.json", json)]).Diagnostics.Where(finding => finding.Severity == DiagnosticSeverity.Error).Select(finding => finding.ToString())];

    /// <summary>One stage 'main' that ends with the step 'bye', and a stage 'rescue' that the flow's fallback leads to.</summary>
    /// <param name="steps">The steps, without brackets.</param>
    /// <param name="head">Members of the root, such as <c>"data": { … },</c>.</param>
    public static Flow Of(string steps, string head = "") => FromText(TextOf(steps, head));

    public static string TextOf(string steps, string head = "") =>
        "{ \"flow\": \"f\", \"fallback\": { \"goto\": \"open-ticket\" }, " + Ticket + head
        + " \"stages\": [ { \"id\": \"main\", \"steps\": [" + steps
        + ", { \"id\": \"bye\", \"type\": \"end\", \"outcome\": \"resolved\", \"text\": \"Bye.\" } ] }" + Rescue + " ] }";

    /// <summary>A yes-or-no question.</summary>
    public static string YesNo(string id, string more = "") => $$"""{ "id": "{{id}}", "type": "ask", "text": "{{id}}?", "answer": "yes_no"{{(more.Length == 0 ? string.Empty : ", " + more)}} }""";

    /// <summary>The sample flow that ships with the repository.</summary>
    public static Flow SmartHome { get; } = FlowCompiler.Compile([FlowSource.FromFile(PathOf("samples/flows/smart-home-setup/smart-home-setup.json"))]).GetOrThrow();

    private static string PathOf(string file)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, file);
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new FileNotFoundException(file);
    }
}
