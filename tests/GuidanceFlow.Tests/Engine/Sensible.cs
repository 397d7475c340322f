using System.Globalization;
using GuidanceFlow.Engine;

namespace GuidanceFlow.Tests.Engine;

/// <summary>Answers a question understands, from nothing but what it says it expects.</summary>
internal static class Sensible
{
    public static string[] Answers(Expectation? expects) => expects?.Type switch
    {
        "choice" => [.. expects.Options.Select(option => option.Value)],
        "choices" => [string.Join(", ", expects.Options.Take((int)Math.Max(1, expects.Min ?? 1)).Select(option => option.Value)), .. expects.Max is null ? (string[])["all"] : []],
        "attachment" when expects.Min == 0 => ["skip"],
        "yes_no" => ["yes", "no"],
        "number" => [Number(expects.Min ?? 1), Number(Math.Min(expects.Max ?? 3, (expects.Min ?? 0) + 3))],
        "text" => ["some words", "x"],
        _ => [],
    };

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Inputs of the sample flow.</summary>
internal static class SmartHomeInputs
{
    private static readonly string[] Kinds = ["lamp", "gateway", "sensor", "plug"];

    public static Dictionary<string, GuidanceFlow.Templates.Value> Of(int devices) => Conversation.Named(
        ("customer", Conversation.Object(("name", Conversation.Text("Ann")))),
        ("devices", Conversation.List([.. Enumerable.Range(0, devices).Select(i => Conversation.Object(("name", Conversation.Text("Device " + (char)('A' + i))), ("kind", Conversation.Text(Kinds[i % Kinds.Length]))))])));
}
