using System.Text;
using GuidanceFlow.Definitions.Writing;

namespace GuidanceFlow.Definitions;

/// <summary>Writes translations as JSON: indented, the flow's parts in the order of the format.</summary>
/// <remarks>What is written reads back as an equal definition, as long as no text stands twice in it. Thread-safe.</remarks>
public static class TranslationWriter
{
    /// <summary>The translation as UTF-8 JSON that ends with a line break, without byte order mark.</summary>
    /// <param name="definition">The translation.</param>
    /// <param name="schema">What to write as <c>$schema</c>, by which editors find their help; null for nothing.</param>
    public static byte[] Write(TranslationDefinition definition, string? schema = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return JsonFile.Write(output => TranslationRootWriter.Write(output, definition, schema));
    }

    /// <summary>The translation as JSON text that ends with a line break.</summary>
    /// <param name="definition">The translation.</param>
    /// <param name="schema">What to write as <c>$schema</c>; null for nothing.</param>
    public static string WriteText(TranslationDefinition definition, string? schema = null) => Encoding.UTF8.GetString(Write(definition, schema));
}
