namespace GuidanceFlow.Definitions;

/// <summary>Reads flows from JSON.</summary>
/// <remarks>Thread-safe.</remarks>
public static class FlowReader
{
    /// <summary>Reads a flow. Every problem is reported at once; only JSON that is not well formed is reported alone.</summary>
    /// <param name="source">What to read. A definition built in code is held to the same rules as a file.</param>
    /// <returns>The definition, or the problems that stood against it; problems never become exceptions here.</returns>
    /// <remarks>Whether the parts fit together (step ids, names in templates, paths) is checked by <see cref="FlowCompiler"/>.</remarks>
    public static FlowReadResult Read(FlowSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Read();
    }
}
