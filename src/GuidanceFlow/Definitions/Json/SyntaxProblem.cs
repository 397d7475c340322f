namespace GuidanceFlow.Definitions.Json;

/// <summary>Why a text is not JSON, and where.</summary>
/// <param name="Offset">The byte offset of the place an author should look at.</param>
/// <param name="Message">What is wrong and what to do about it.</param>
internal sealed record SyntaxProblem(int Offset, string Message);
