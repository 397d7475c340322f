using System.Text;
using GuidanceFlow.Definitions.Writing;

namespace GuidanceFlow.Definitions;

/// <summary>Writes flows as JSON: indented, members in the order of the format, defaults left out, short forms where there are some.</summary>
/// <remarks>
/// What is written reads back as an equal definition, as long as the definition follows the rules that
/// <see cref="FlowReader"/> has for files; what breaks them is written as well as it can be, for the reader to report.
/// Thread-safe.
/// </remarks>
public static class FlowWriter
{
    /// <summary>The flow as UTF-8 JSON that ends with a line break, without byte order mark.</summary>
    /// <param name="definition">The flow.</param>
    public static byte[] Write(FlowDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return JsonFile.Write(output => RootWriter.Write(output, definition));
    }

    /// <summary>The flow as JSON text that ends with a line break.</summary>
    /// <param name="definition">The flow.</param>
    public static string WriteText(FlowDefinition definition) => Encoding.UTF8.GetString(Write(definition));
}
