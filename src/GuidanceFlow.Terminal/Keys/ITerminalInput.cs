namespace GuidanceFlow.Terminal.Keys;

/// <summary>What the customer does at the terminal, one thing after the other.</summary>
internal interface ITerminalInput
{
    /// <summary>Waits for the next thing that happens.</summary>
    ValueTask<TerminalEvent> NextAsync(CancellationToken cancellationToken);

    /// <summary>Whether more follows at once, as it does in a pasted text and never between two keys of a person.</summary>
    ValueTask<bool> FollowsAtOnceAsync();
}
