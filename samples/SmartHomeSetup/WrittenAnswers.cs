namespace SmartHomeSetup;

/// <summary>Answers that are there already, or come one by one: piped in, or of a rehearsal. Each is taken only when it is needed.</summary>
internal sealed class WrittenAnswers(IEnumerable<string> answers) : IAnswers, IDisposable
{
    private readonly IEnumerator<string> _answers = answers.GetEnumerator();

    public bool Echo => true;

    public string? Next() => _answers.MoveNext() ? _answers.Current : null;

    public void Dispose() => _answers.Dispose();
}
