namespace GuidanceFlow.Definitions;

/// <summary>What an <see cref="AskStepDefinition"/> does when its answer is known from the start.</summary>
public enum KnownAnswerPolicy
{
    /// <summary>Takes the answer and goes on.</summary>
    Skip,

    /// <summary>Restates the answer and asks whether it is right.</summary>
    Confirm,

    /// <summary>Asks all the same.</summary>
    Ask,
}
