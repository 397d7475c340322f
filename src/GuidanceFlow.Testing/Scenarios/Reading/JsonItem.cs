using System.Text.Json;

namespace GuidanceFlow.Testing.Scenarios.Reading;

/// <summary>One value of a scenario's file, with its place.</summary>
/// <param name="Kind">Its JSON type.</param>
/// <param name="Start">The byte it starts at.</param>
internal sealed record JsonItem(JsonValueKind Kind, int Start)
{
    /// <summary>The byte behind it.</summary>
    public int End { get; set; }

    /// <summary>The member's name; null for an item or the root.</summary>
    public string? Name { get; init; }

    /// <summary>The byte the name starts at.</summary>
    public int NameStart { get; init; }

    /// <summary>The place as a JSON pointer.</summary>
    public required string Path { get; init; }

    /// <summary>The text of a text value; otherwise null.</summary>
    public string? Text { get; init; }

    /// <summary>The members of an object or the items of an array.</summary>
    public List<JsonItem> Children { get; } = [];
}
