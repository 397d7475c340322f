namespace GuidanceFlow.Templates.Binding;

/// <summary>A field of an object's <see cref="StaticType"/>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it holds.</param>
public sealed record StaticField(string Name, StaticType Type);
