namespace GuidanceFlow.Terminal.Asking;

/// <summary>What a key led to.</summary>
internal enum PromptStep
{
    /// <summary>The customer goes on answering.</summary>
    Stay,

    /// <summary>The customer sends the answer.</summary>
    Send,

    /// <summary>The customer leaves.</summary>
    Leave,
}
