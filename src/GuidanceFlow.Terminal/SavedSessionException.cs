namespace GuidanceFlow.Terminal;

/// <summary>A saved conversation cannot be taken up again. The message names the file and says what to do.</summary>
public sealed class SavedSessionException : Exception
{
    internal SavedSessionException(string path, string problem, Exception? inner = null)
        : base(path + ": " + problem, inner) => Path = path;

    /// <summary>The file, as it was named.</summary>
    public string Path { get; }
}
