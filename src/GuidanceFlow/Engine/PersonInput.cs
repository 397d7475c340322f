namespace GuidanceFlow.Engine;

/// <summary>
/// What a person does who has the session. One that no person has refuses it as <see cref="TurnReason.NotWithPerson"/>, one that it cannot take so as <see cref="TurnReason.InvalidPerson"/>, with what is wrong. The kinds are the
/// derived records.
/// </summary>
public abstract record PersonInput : SessionInput
{
    private protected PersonInput()
    {
    }

    /// <summary>Who it is, by a key of the host; null for nobody in particular. It is in the journal.</summary>
    public string? By { get; init; }
}
