namespace GuidanceFlow.Testing.GoldenFiles;

/// <summary>A text is not what its golden file says. The message shows the difference and how to accept it.</summary>
public sealed class GoldenMismatchException : Exception
{
    /// <summary>Makes one of a difference.</summary>
    /// <param name="file">The golden file.</param>
    /// <param name="diff">The difference line by line, with <c>-</c> for what was verified and <c>+</c> for what was received; empty when there is no golden file yet.</param>
    public GoldenMismatchException(GoldenFile file, string diff)
        : base(Describe(file, diff))
    {
        File = file;
        Diff = diff;
    }

    /// <summary>The golden file.</summary>
    public GoldenFile File { get; }

    /// <summary>The file with the text that counts; it does not exist when the text is new.</summary>
    public string VerifiedPath => File.VerifiedPath;

    /// <summary>The file the text was written to.</summary>
    public string ReceivedPath => File.ReceivedPath;

    /// <summary>The difference line by line; empty when there is no golden file yet.</summary>
    public string Diff { get; }

    private static string Describe(GoldenFile file, string diff)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(diff);
        string verified = Path.GetFileName(file.VerifiedPath);
        string what = diff.Length == 0
            ? $"There is no '{verified}' yet. What came is in '{file.ReceivedPath}'."
            : $"The text is not what '{verified}' says (- verified, + received):\n{diff}\nWhat came is in '{file.ReceivedPath}'.";
        return what + $" If it is right, run the tests once with {AcceptMode.Variable}=1.";
    }
}
