namespace SmartHomeSetup;

/// <summary>Where the customer's answers come from.</summary>
internal interface IAnswers
{
    /// <summary>The next answer; null when there are no more.</summary>
    string? Next();

    /// <summary>Whether the chat has to write the answer itself, because nobody sees it being typed.</summary>
    bool Echo { get; }
}
