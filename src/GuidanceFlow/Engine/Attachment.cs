using GuidanceFlow.Definitions;

namespace GuidanceFlow.Engine;

/// <summary>A file the customer sent. The host keeps it; the engine only knows of it. Immutable.</summary>
/// <param name="Reference">What the host finds it by: an id or an address, 1 to 2,000 UTF-16 units. It is the answer's value.</param>
/// <param name="Kind">What it is.</param>
public sealed record Attachment(string Reference, AttachmentKind Kind)
{
    /// <summary>Its size in bytes.</summary>
    public long Size { get; init; }

    /// <summary>What the customer's device calls it; null when nobody knows.</summary>
    public string? Name { get; init; }
}
