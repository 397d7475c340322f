namespace GuidanceFlow.Testing.Scenarios.Reading;

/// <summary>A text of the file holds one half of a surrogate pair.</summary>
/// <param name="offset">The byte the text starts at.</param>
internal sealed class HalfCharacterException(int offset) : Exception
{
    public int Offset { get; } = offset;
}
