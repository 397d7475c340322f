namespace SmartHomeSetup;

/// <summary>Answers typed at a terminal.</summary>
internal sealed class TypedAnswers : IAnswers
{
    public bool Echo => false;

    public string? Next()
    {
        Console.Write("> ");
        return Console.ReadLine();
    }
}
