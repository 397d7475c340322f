using GuidanceFlow.Answers;
using GuidanceFlow.Prompts;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Compilation;

/// <summary>Asks and waits.</summary>
internal sealed class AskStep(StepPlace place) : FlowStep(place)
{
    public required CompiledPrompt Prompt { get; init; }

    public required AnswerSpec Answer { get; init; }

    /// <summary>The data slot; −1 for none.</summary>
    public required int SaveSlot { get; init; }

    public required Template[] Retries { get; init; }

    public required int Attempts { get; init; }

    /// <summary>The step the fallback leads to; <see cref="Target.Fail"/> when the loop's <c>on_failure</c> takes it.</summary>
    public required int FallbackTarget { get; init; }
}
