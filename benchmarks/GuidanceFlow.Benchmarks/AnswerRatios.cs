using System.Globalization;
using System.Text;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;

namespace GuidanceFlow.Benchmarks;

/// <summary>
/// What a turn over a choice takes by the number of its options and by how the answer is understood, in turns within one process. What is printed
/// are medians over the rounds of the times and of the ratios to the exact label among three options, or to a tenth of the options, in the same round.
/// </summary>
internal static class AnswerRatios
{
    private const int Rounds = 151;
    private const int RunsInARound = 200;
    private static readonly int[] Counts = [3, 13, 130, 1_300];

    private static readonly string[] Kinds = ["ceiling lamp", "doorbell", "thermostat", "smoke detector", "window sensor", "motion sensor", "power socket", "curtain motor", "speaker", "camera", "humidifier", "robot vacuum", "air purifier"];

    public static void Print()
    {
        (string Name, Func<string, string> Say)[] ways =
        [
            ("exact label", label => label),
            ("label in a sentence", label => "i think it is the " + label),
            ("label with a slip, taken", label => label.Remove(label.Length / 2, 1)),
            ("not understood", _ => "something that nobody has"),
        ];
        (string Name, int Count, Func<object> Run)[] runs = [.. from way in ways from count in Counts select (way.Name, count, Turn(count, way.Say))];
        foreach ((_, _, Func<object> run) in runs)
        {
            // Until the compiler has done its best.
            for (int i = 0; i < 10 * RunsInARound; i++)
            {
                GC.KeepAlive(run());
            }
        }

        double[][] times = [.. runs.Select(_ => new double[Rounds])];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < runs.Length; i++)
            {
                (times[i][round], _) = Measurement.Take(runs[i].Run, RunsInARound);
            }
        }

        for (int i = 0; i < runs.Length; i++)
        {
            string more = i % Counts.Length < 2 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{Ratio(times[i], times[i - 1]),6:0.00} × a tenth of the options");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{runs[i].Name,-26} of {runs[i].Count,5} options {Measurement.Median(times[i]) * 1e6,8:0.00} µs {Ratio(times[i], times[0]),8:0.00} × exact of 3{more}"));
        }
    }

    private static double Ratio(double[] these, double[] those) => Measurement.Median(these.Zip(those, static (one, other) => one / other));

    /// <summary>A turn that answers with the words of the option in the middle.</summary>
    private static Func<object> Turn(int count, Func<string, string> say)
    {
        string[] labels = [.. Enumerable.Range(0, count).Select(i => $"{Kinds[i % Kinds.Length]} {Letters(i / Kinds.Length)}")];
        var json = new StringBuilder("""{ "flow": "f", "fallback": { "goto": "over" }, "stages": [ { "id": "all", "steps": [ { "id": "q", "type": "ask", "text": "Which one?", "answer": { "type": "choice", "options": [ """);
        json.AppendJoin(", ", labels.Select((label, i) => $$"""{ "value": "v{{i}}", "label": "{{label}}" }"""));
        json.Append(""" ] }, "next": [ { "when": "answer == 'v0'", "goto": "over" }, { "goto": "q" } ] }, { "id": "over", "type": "end", "outcome": "resolved" } ] } ] }""");
        Flow flow = FlowCompiler.Compile([FlowSource.FromText("answers.json", json.ToString())]).GetOrThrow();
        GuidanceSession session = GuidanceEngine.Start(flow, new StartRequest { SessionId = "s" }, BenchFlow.Now).Session;
        var answer = new AnswerInput(say(labels[count / 2]));
        return () => GuidanceEngine.Step(flow, session, answer, BenchFlow.Now);
    }

    /// <summary>A made-up name of two words, far from the others.</summary>
    private static string Letters(int number)
    {
        string[] parts = ["bravo", "echo", "golf", "hotel", "india", "kilo", "lima", "oscar", "papa", "tango"];
        return $"{parts[number % 10]} {parts[number / 10 % 10]}";
    }
}
