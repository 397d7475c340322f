namespace GuidanceFlow.Definitions.Reading;

/// <summary>One kind of a concept that has several, chosen by the member <c>type</c>.</summary>
/// <param name="Word">The value of <c>type</c>.</param>
/// <param name="Members">The members of the kind.</param>
/// <param name="Bind">Makes its record.</param>
internal sealed record Variant<T>(string Word, MemberTable Members, Bind<T> Bind);
