using GuidanceFlow.Compilation;

namespace GuidanceFlow.Diagrams;

/// <summary>Where a question leads that is not understood.</summary>
internal sealed record UnansweredQuestion(AskStep Ask, string From, string To);
