using GuidanceFlow.Definitions.Reading;

namespace GuidanceFlow.Definitions;

/// <summary>Where a translation comes from: a text with a name for messages, a file, or a definition built in code.</summary>
/// <remarks>Immutable and safe to share between threads. Making one never fails; what is wrong is found when it is read.</remarks>
public sealed class TranslationSource
{
    private readonly Func<string, TranslationReadResult> _read;

    private TranslationSource(string name, Func<string, TranslationReadResult> read)
    {
        Name = name;
        _read = read;
    }

    /// <summary>The name that messages give: the file's path as it was given, or flow and language of one built in code.</summary>
    public string Name { get; }

    /// <summary>A translation in UTF-8, with or without byte order mark; at most 8 MiB.</summary>
    /// <param name="name">The name for messages, such as <c>flow.zh-CN.json</c>.</param>
    /// <param name="utf8">The text. It must not change while the source is in use.</param>
    public static TranslationSource FromUtf8(string name, ReadOnlyMemory<byte> utf8)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new TranslationSource(name, name => TranslationReadResult.Of(DefinitionText.ReadUtf8(name, utf8, TranslationRootReader.Read)));
    }

    /// <summary>A translation in a string; at most 8 MiB in UTF-8.</summary>
    /// <param name="name">The name for messages, such as <c>flow.zh-CN.json</c>.</param>
    /// <param name="text">The text.</param>
    public static TranslationSource FromText(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        return new TranslationSource(name, name => TranslationReadResult.Of(DefinitionText.ReadText(name, text, TranslationRootReader.Read)));
    }

    /// <summary>A translation in a file, which is opened each time the source is read. A file that cannot be read is reported as GF0002.</summary>
    /// <param name="path">The path; messages give it as it stands here.</param>
    public static TranslationSource FromFile(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new TranslationSource(path, path => TranslationReadResult.Of(DefinitionText.ReadFile(path, TranslationRootReader.Read)));
    }

    /// <summary>A translation built in code. Messages give flow and language and, instead of line and column, the place as a JSON pointer.</summary>
    /// <param name="definition">The translation.</param>
    public static TranslationSource FromDefinition(TranslationDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        string name = $"{definition.FlowId}.{definition.Locale}";
        return new TranslationSource(name, name =>
        {
            var map = new BuiltSourceMap(name);
            TranslationReadResult read = TranslationReadResult.Of(DefinitionText.ReadUtf8(name, TranslationWriter.Write(definition), TranslationRootReader.Read));
            return new TranslationReadResult(
                read.Definition is null ? null : definition,
                [.. read.Diagnostics.Select(diagnostic => diagnostic with { Location = map.At(diagnostic.Location.Path) })],
                map);
        });
    }

    /// <summary>The file in which a flow's translation stands: <c>router.zh-CN.json</c> beside <c>router.json</c>.</summary>
    /// <param name="flowPath">The flow's file.</param>
    /// <param name="locale">The language.</param>
    public static string PathBeside(string flowPath, string locale)
    {
        ArgumentNullException.ThrowIfNull(flowPath);
        ArgumentNullException.ThrowIfNull(locale);
        return Path.ChangeExtension(flowPath, locale + Path.GetExtension(flowPath));
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Reads the translation. Every problem is reported at once; problems never become exceptions here.</summary>
    /// <remarks>Whether it fits its flow is checked by <see cref="FlowCompiler"/>.</remarks>
    public TranslationReadResult Read() => _read(Name);
}
