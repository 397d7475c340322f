namespace GuidanceFlow.Terminal.Asking;

/// <summary>Gets an answer from the customer.</summary>
internal interface IAsker
{
    /// <summary>Waits for an answer; null when the customer leaves. The answer is seen on the screen when it returns.</summary>
    Task<Choice?> AskAsync(Question question, CancellationToken cancellationToken);
}
