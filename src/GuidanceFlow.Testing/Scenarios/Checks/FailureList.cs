using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Templates;
using GuidanceFlow.Testing.Scenarios.Reading;

namespace GuidanceFlow.Testing.Scenarios.Checks;

/// <summary>Compares what came with what was expected, and keeps what differs.</summary>
internal sealed class FailureList
{
    private readonly List<ScenarioFailure> _failures = [];

    public int Turn { get; set; }

    /// <summary>Where the turn's expectation stands.</summary>
    public SourceLocation Location { get; set; } = new(string.Empty, 0, 0, string.Empty);

    /// <summary>Where its members stand; null when nobody knows.</summary>
    public MemberPlaces? Places { get; set; }

    public IReadOnlyList<ScenarioFailure> All => _failures;

    public void Add(string member, string expected, string actual) => Add(member, expected, actual, Places?.Locate(member) ?? Location);

    public void Add(string member, string expected, string actual, SourceLocation location) => _failures.Add(new ScenarioFailure(Turn, member, expected, actual, location));

    /// <summary>A text that must be the same; nothing is expected of null.</summary>
    public void Same(string member, string? expected, string? actual)
    {
        if (expected is not null && !string.Equals(expected, actual, StringComparison.Ordinal))
        {
            Add(member, Show(expected), Show(actual));
        }
    }

    /// <summary>The id of a step or stage; one that the flow does not have is named as such.</summary>
    public void SameId(string member, string? expected, string? actual, IEnumerable<string> known)
    {
        if (expected is null || string.Equals(expected, actual, StringComparison.Ordinal))
        {
            return;
        }

        string[] ids = [.. known];
        Add(member, Show(expected) + (ids.Contains(expected, StringComparer.Ordinal) ? string.Empty : NotThere("the flow has no " + member, expected, ids)), Show(actual));
    }

    public void SameList(string member, EquatableArray<string>? expected, IEnumerable<string> actual)
    {
        if (expected is { } wanted && !wanted.SequenceEqual(actual, StringComparer.Ordinal))
        {
            Add(member, Show(wanted), Show(actual));
        }
    }

    public void Contains(string member, EquatableArray<string> expected, string actual)
    {
        foreach (string part in expected)
        {
            if (!actual.Contains(part, StringComparison.Ordinal))
            {
                Add(member, Show(part), actual.Length == 0 ? "nothing" : Show(actual));
            }
        }
    }

    /// <summary>Some named values.</summary>
    /// <param name="member">What they are called in the file.</param>
    /// <param name="expected">Those that are expected.</param>
    /// <param name="actual">The value of a name.</param>
    /// <param name="known">All names there are.</param>
    /// <param name="missing">What is said of another name: "the flow has no data".</param>
    public void SameValues(string member, EquatableArray<KeyValuePair<string, Value>> expected, Func<string, Value> actual, IReadOnlyList<string> known, string missing)
    {
        foreach ((string name, Value wanted) in expected)
        {
            Value found = actual(name);
            bool exists = known.Contains(name, StringComparer.Ordinal);
            if (!exists || !ValueMatch.Matches(wanted, found))
            {
                Add($"{member}.{name}", wanted + (exists ? string.Empty : NotThere(missing, name, known)), exists ? found.ToString() : "nothing");
            }
        }
    }

    public static string Show(string? text) => text is null ? "nothing" : text.Contains('\n', StringComparison.Ordinal) ? text : $"\"{text}\"";

    private static string Show(IEnumerable<string> items) => "[" + string.Join(", ", items.Select(item => $"\"{item}\"")) + "]";

    private static string NotThere(string missing, string name, IEnumerable<string> known) =>
        Spelling.Nearest(name, known) is { } nearest ? $" ({missing} of that name; did you mean '{nearest}'?)" : $" ({missing} of that name)";
}
