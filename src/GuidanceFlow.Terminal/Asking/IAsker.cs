namespace GuidanceFlow.Terminal.Asking;

/// <summary>Gets an answer from the customer.</summary>
internal interface IAsker
{
    /// <summary>Waits for an answer, which is seen on the screen when it returns.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="draft">What was typed already.</param>
    /// <param name="interruption">Breaks the asking off; what was typed comes back.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<Asked> AskAsync(Question question, string draft, CancellationToken interruption, CancellationToken cancellationToken);
}
