namespace SmartHomeSetup;

/// <summary>Answers that are there already: piped in, or of a rehearsal.</summary>
internal sealed class WrittenAnswers(IEnumerable<string> answers) : IAnswers
{
    private readonly Queue<string> _answers = new(answers);

    public bool Echo => true;

    public string? Next() => _answers.TryDequeue(out string? answer) ? answer : null;
}
