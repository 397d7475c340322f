namespace GuidanceFlow.Engine;

/// <summary>The customer wants to go on in another language: the present question is asked again in it, and no attempt is used up.</summary>
/// <param name="Locale">The wanted language (BCP 47); <see cref="Flow.ResolveLocale"/> finds the one of the flow that serves it.</param>
public sealed record LocaleInput(string Locale) : SessionInput;
