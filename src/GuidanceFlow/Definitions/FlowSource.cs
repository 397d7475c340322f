using System.Collections.Immutable;
using System.Globalization;
using GuidanceFlow.Definitions.Reading;

namespace GuidanceFlow.Definitions;

/// <summary>Where a flow comes from: a text with a name for messages, a file, or a definition built in code; with its translations.</summary>
/// <remarks>Immutable and safe to share between threads. Making one never fails; what is wrong is found when it is read.</remarks>
public sealed class FlowSource
{
    private readonly Func<string, FlowReadResult> _read;
    private readonly bool _isFile;
    private readonly ImmutableArray<TranslationSource> _translations;

    private FlowSource(string name, Func<string, FlowReadResult> read, bool isFile, ImmutableArray<TranslationSource> translations)
    {
        Name = name;
        _read = read;
        _isFile = isFile;
        _translations = translations;
    }

    /// <summary>The name that messages give: the file's path as it was given, or the id of a flow built in code.</summary>
    public string Name { get; }

    /// <summary>A flow in UTF-8, with or without byte order mark; at most 8 MiB.</summary>
    /// <param name="name">The name for messages, such as <c>flow.json</c>.</param>
    /// <param name="utf8">The text. It must not change while the source is in use.</param>
    public static FlowSource FromUtf8(string name, ReadOnlyMemory<byte> utf8)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new FlowSource(name, name => FlowReadResult.Of(DefinitionText.ReadUtf8(name, utf8, FlowRootReader.Read)), isFile: false, []);
    }

    /// <summary>A flow in a string; at most 8 MiB in UTF-8.</summary>
    /// <param name="name">The name for messages, such as <c>flow.json</c>.</param>
    /// <param name="text">The text.</param>
    public static FlowSource FromText(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        return new FlowSource(name, name => FlowReadResult.Of(DefinitionText.ReadText(name, text, FlowRootReader.Read)), isFile: false, []);
    }

    /// <summary>
    /// A flow in a file, which is opened each time the source is read. A file that cannot be read is reported as GF0002. Its translations
    /// stand beside it: for <c>router.json</c> and the language <c>zh-CN</c> in <c>router.zh-CN.json</c>.
    /// </summary>
    /// <param name="path">The path; messages give it as it stands here.</param>
    public static FlowSource FromFile(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new FlowSource(path, path => FlowReadResult.Of(DefinitionText.ReadFile(path, FlowRootReader.Read)), isFile: true, []);
    }

    /// <summary>A flow built in code. Messages give its id and, instead of line and column, the place as a JSON pointer.</summary>
    /// <param name="definition">The flow.</param>
    public static FlowSource FromDefinition(FlowDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new FlowSource(definition.Id, _ => BuiltFlowReader.Read(definition), isFile: false, []);
    }

    /// <summary>The same source with one translation more. One given here takes the place of a file beside the flow.</summary>
    /// <param name="translation">The translation.</param>
    public FlowSource WithTranslation(TranslationSource translation)
    {
        ArgumentNullException.ThrowIfNull(translation);
        return new FlowSource(Name, _read, _isFile, _translations.Add(translation));
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal FlowReadResult Read() => _read(Name);

    /// <summary>The file of another flow beside this one's; null where there is none, or this is no file.</summary>
    internal FlowSource? Beside(string id)
    {
        if (!_isFile || id.Length == 0 || id.AsSpan().ContainsAny(Path.GetInvalidFileNameChars()))
        {
            return null;
        }

        string path = Path.Combine(Path.GetDirectoryName(Name) ?? string.Empty, id + Path.GetExtension(Name));
        return File.Exists(path) ? FromFile(path) : null;
    }

    /// <summary>The file of an older version beside this one's: of <c>router.json</c> and version 1 it is <c>router.v1.json</c>; null where there is none, or this is no file.</summary>
    internal FlowSource? OlderBeside(int version)
    {
        if (!_isFile)
        {
            return null;
        }

        string path = Path.ChangeExtension(Name, string.Create(CultureInfo.InvariantCulture, $".v{version}{Path.GetExtension(Name)}"));
        return File.Exists(path) ? FromFile(path) : null;
    }

    /// <summary>What the files beside this one are called, which may be the ids of other flows; none where this is no file.</summary>
    internal IEnumerable<string> NamesBeside()
    {
        if (!_isFile)
        {
            return [];
        }

        try
        {
            return [.. Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(Name)) ?? string.Empty, "*" + Path.GetExtension(Name)).Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => !name.Contains('.', StringComparison.Ordinal))];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }

    /// <summary>The translations of a flow that was read: those given, and the files beside it for the other languages it has.</summary>
    internal IEnumerable<TranslationReadResult> ReadTranslations(FlowDefinition flow)
    {
        TranslationReadResult[] given = [.. _translations.Select(source => source.Read())];
        if (!_isFile)
        {
            return given;
        }

        return given.Concat(flow.Locales
            .Skip(1)
            .Where(locale => !Array.Exists(given, read => string.Equals(read.Recovered?.Locale, locale, StringComparison.OrdinalIgnoreCase)))
            .Select(locale => TranslationSource.PathBeside(Name, locale))
            .Where(File.Exists)
            .Select(path => TranslationSource.FromFile(path).Read()));
    }
}
