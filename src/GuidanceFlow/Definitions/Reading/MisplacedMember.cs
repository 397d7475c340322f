namespace GuidanceFlow.Definitions.Reading;

/// <summary>A member that other objects have and authors may look for in this one.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Reason">Why it has no place here, as a sentence.</param>
internal sealed record MisplacedMember(string Name, string Reason);
