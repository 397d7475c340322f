using System.Text.Json;

namespace GuidanceFlow.Templates.Tests.Fuzzing;

/// <summary>Makes models that always have the same names, each with a value of its own kind.</summary>
internal static class ModelGenerator
{
    /// <summary>A name that templates read once in the round of a loop, so that the rounds can be counted from outside.</summary>
    public const string RoundMark = "round_mark";

    public static readonly string[] Numbers = ["count", "price", "days"];
    public static readonly string[] Texts = ["name", "note", "blank"];
    public static readonly string[] Booleans = ["urgent"];
    public static readonly string[] Lists = ["codes", "orders", "none"];
    public static readonly string[] Objects = ["device"];
    public static readonly string[] Nothings = ["absent"];

    public static string Make(Dice dice) => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["count"] = dice.Of(0, 1, 2, 3, 5, -4, 100, 1_000_000),
        ["price"] = dice.Of(0.5, 2.5, -1.25, 19.99, 3e10, 0.1),
        ["days"] = dice.Of(1, 2, 7),
        ["name"] = dice.Of("Ada", "José", "O'Neil", "12", "true", "日本"),
        ["note"] = dice.Of("one\ntwo", "a\n\n  b\n", "tab\there", " spaced ", "a\r\nb", "x"),
        ["blank"] = string.Empty,
        ["urgent"] = dice.Chance(50),
        ["codes"] = Codes(dice),
        ["orders"] = Orders(dice),
        ["none"] = Array.Empty<int>(),
        ["device"] = new Dictionary<string, object?> { ["id"] = dice.Below(50), ["name"] = dice.Of("hub", "cam"), ["tags"] = new[] { "a", "b" }, ["owner"] = null },
        ["absent"] = null,
        [RoundMark] = null,
    });

    private static object[] Codes(Dice dice)
    {
        var codes = new object[1 + dice.Below(4)];
        for (int i = 0; i < codes.Length; i++)
        {
            codes[i] = dice.Chance(70) ? dice.Below(6) : dice.Of<object>("A1", 2.5, true);
        }

        return codes;
    }

    private static Dictionary<string, object>[] Orders(Dice dice)
    {
        var orders = new Dictionary<string, object>[1 + dice.Below(3)];
        for (int i = 0; i < orders.Length; i++)
        {
            orders[i] = new() { ["id"] = dice.Below(9), ["state"] = dice.Of("open", "sent", "late"), ["total"] = dice.Below(400) / 4.0 };
        }

        return orders;
    }
}
