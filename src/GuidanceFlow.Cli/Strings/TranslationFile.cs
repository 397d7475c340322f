using System.Text;
using System.Text.Json;
using GuidanceFlow.Definitions;

namespace GuidanceFlow.Cli.Strings;

/// <summary>A translation on disk, read and rewritten so that nothing in it is lost.</summary>
internal sealed class TranslationFile
{
    private const string FlowSchema = "flow-v1.schema.json";
    private const string Schema = "translation-v1.schema.json";

    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Allow };

    private readonly byte[]? _before;
    private readonly string? _schema;

    private TranslationFile(string path, byte[]? before, string? schema)
    {
        Path = path;
        _before = before;
        _schema = schema;
    }

    public string Path { get; }

    /// <summary>The line of the first comment, which rewriting would lose; 0 for none.</summary>
    public long CommentLine { get; private init; }

    /// <summary>A file that is there and was found to be a translation.</summary>
    public static TranslationFile Existing(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        (string? schema, int comment) = Scan(bytes);
        return new TranslationFile(path, bytes, schema) { CommentLine = comment < 0 ? 0 : bytes.AsSpan(0, comment).Count((byte)'\n') + 1 };
    }

    /// <summary>A new file; it gets the schema that stands beside that of its flow.</summary>
    public static TranslationFile New(string path, string flowPath)
    {
        string? schema = Scan(File.ReadAllBytes(flowPath)).Schema;
        return new TranslationFile(path, before: null, schema?.EndsWith(FlowSchema, StringComparison.Ordinal) == true ? schema[..^FlowSchema.Length] + Schema : null);
    }

    /// <summary>Writes the file if anything in it changes: whole or not at all.</summary>
    /// <returns>Whether it was written.</returns>
    public bool Write(TranslationDefinition translation)
    {
        byte[] after = AsBefore(TranslationWriter.Write(translation, _schema));
        if (_before is not null && after.AsSpan().SequenceEqual(_before))
        {
            return false;
        }

        // Behind a link, the file it leads to is written, not the link.
        string target = (_before is null ? null : File.ResolveLinkTarget(Path, returnFinalTarget: true)?.FullName) ?? Path;
        if (_before is not null)
        {
            if (File.GetAttributes(target).HasFlag(FileAttributes.ReadOnly))
            {
                throw new UnauthorizedAccessException("The file is read-only.");
            }

            if (!File.ReadAllBytes(target).AsSpan().SequenceEqual(_before))
            {
                throw new IOException("The file was changed meanwhile. Run the command again.");
            }
        }

        string beside = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(target)!, System.IO.Path.GetRandomFileName());
        try
        {
            File.WriteAllBytes(beside, after);
            if (_before is not null && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(beside, File.GetUnixFileMode(target));
            }

            File.Move(beside, target, overwrite: true);
        }
        finally
        {
            // It is there still only if something failed.
            File.Delete(beside);
        }

        return true;
    }

    /// <summary>The text with the byte order mark and the line ends that the file has.</summary>
    private byte[] AsBefore(byte[] after)
    {
        if (_before is null)
        {
            return after;
        }

        bool hasMark = _before.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        bool hasReturns = _before.AsSpan().IndexOf((byte)'\n') is > 0 and int end && _before[end - 1] == '\r';
        string text = Encoding.UTF8.GetString(after);
        return [.. hasMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(hasReturns ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text)];
    }

    /// <summary>The root's <c>$schema</c> and the offset of the first comment, −1 for none.</summary>
    private static (string? Schema, int Comment) Scan(byte[] utf8)
    {
        int skip = utf8.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        string? schema = null;
        int comment = -1;
        var reader = new Utf8JsonReader(utf8.AsSpan(skip), Options);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Comment)
            {
                comment = comment < 0 ? (int)reader.TokenStartIndex + skip : comment;
            }
            else if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && reader.ValueTextEquals("$schema"u8))
            {
                reader.Read();
                schema = reader.GetString();
            }
        }

        return (schema, comment);
    }
}
