using System.Text.Json;
using System.Text.RegularExpressions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;

namespace SupportDeskConsole.Seats;

/// <summary>What a person gives a session back with, as it is typed: <c>@step name=value name="two words"</c>.</summary>
/// <param name="Step">The step to go on at; null for where the flow says.</param>
/// <param name="Data">The data.</param>
internal sealed partial record GivenBack(string? Step, IReadOnlyList<KeyValuePair<string, Value>> Data)
{
    public static GivenBack Read(string words) => new(
        AtStep().Match(words) is { Success: true } step ? step.Groups["step"].Value : null,
        [.. Datum().Matches(words).Select(match => KeyValuePair.Create(match.Groups["name"].Value, ValueOf(match.Groups["value"].Value.Trim())))]);

    /// <summary>JSON where it is some (true, 3, "a text"), else the text itself.</summary>
    private static Value ValueOf(string text)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(text);
            return ValueJson.Read(json.RootElement);
        }
        catch (JsonException)
        {
            return Value.From(text);
        }
    }

    [GeneratedRegex(@"^\s*@(?<step>[\w-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AtStep();

    // A value goes on to the next name: quotes are needed only where one has a name and a sign of equality in it.
    [GeneratedRegex(@"(?<name>\w+)=(?<value>""[^""]*""|.*?)(?=\s+\w+=|\s*$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Datum();
}
