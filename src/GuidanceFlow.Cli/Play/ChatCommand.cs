using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GuidanceFlow.Cli.Play;

/// <summary>What can be typed in a chat beside answers: what happens beside the customer, as in the protocol for programs.</summary>
internal static class ChatCommand
{
    /// <summary>The names, without the slash, each with how it is typed and what it does.</summary>
    public static IReadOnlyList<(string Name, string Usage, string Meaning)> All { get; } =
    [
        ("advance", "/advance 10m", "let time pass: 30s, 10m, 2h, 1d or PT10M"),
        ("signal", "/signal name value", "a signal comes; the value, if any, is JSON"),
        ("person", "/person words", "a person writes; or JSON: {\"returns\":{}} gives the session back, {\"ends\":\"resolved\"} ends it"),
    ];

    /// <summary>Reads a line that is a command; null for any other.</summary>
    /// <exception cref="RequestException">It is a command, and not a right one.</exception>
    public static Request? Read(string line)
    {
        foreach ((string name, _, _) in All)
        {
            if (line.StartsWith('/') && line.AsSpan(1).StartsWith(name, StringComparison.OrdinalIgnoreCase) && (line.Length == name.Length + 1 || char.IsWhiteSpace(line[name.Length + 1])))
            {
                return Read(name, line[(name.Length + 1)..].Trim());
            }
        }

        return null;
    }

    /// <summary>Reads what stands behind a command's name.</summary>
    /// <exception cref="RequestException">It is not right.</exception>
    public static Request Read(string name, string argument) => name switch
    {
        "advance" => new AdvanceRequest(LengthOf(argument)),
        "signal" when argument.Length > 0 => SignalOf(argument),
        "person" when argument.StartsWith('{') => Parse("person", argument),
        "person" when argument.Length > 0 => Parse("person", $"{{\"says\":{Quoted(argument)}}}"),
        _ => throw new RequestException($"Write {All.First(command => command.Name == name).Usage}."),
    };

    private static TimeSpan LengthOf(string argument)
    {
        ReadOnlySpan<char> count = argument.AsSpan()[..Math.Max(0, argument.Length - 1)].TrimEnd();
        if (int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            TimeSpan? unit = argument[^1] switch
            {
                's' => TimeSpan.FromSeconds(1),
                'm' => TimeSpan.FromMinutes(1),
                'h' => TimeSpan.FromHours(1),
                'd' => TimeSpan.FromDays(1),
                _ => null,
            };
            if (unit is { } one && number <= Durations.Longest / one)
            {
                return number * one;
            }
        }

        return Durations.TryParse(argument, out TimeSpan length) ? length : throw new RequestException("Write how long, such as /advance 30s, 10m, 2h, 1d or PT10M.");
    }

    private static Request SignalOf(string argument)
    {
        int end = argument.AsSpan().IndexOfAny(' ', '\t');
        return end < 0
            ? Parse("signal", Quoted(argument))
            : Parse("signal", $"{{\"name\":{Quoted(argument[..end])},\"value\":{argument[end..].Trim()}}}");
    }

    private static Request Parse(string member, string json)
    {
        try
        {
            return RequestReader.Read(Encoding.UTF8.GetBytes($"{{\"{member}\":{json}}}"));
        }
        catch (RequestException exception) when (exception.Message.StartsWith("The line is not JSON", StringComparison.Ordinal))
        {
            throw new RequestException("What stands behind the name is not JSON; texts need quotation marks, such as \"R1\".");
        }
    }

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
