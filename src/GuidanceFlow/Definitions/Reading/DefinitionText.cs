using System.Globalization;
using System.Security;
using System.Text;
using System.Text.Unicode;
using GuidanceFlow.Definitions.Json;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads a definition from bytes: checks that they are text, then that the text is JSON, then that the JSON is what it should be.</summary>
internal static class DefinitionText
{
    /// <summary>The most bytes a file may have. A flow of 10,000 steps has about three million.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    public static DefinitionRead<T> ReadFile<T>(string path, Func<ReadContext, int, T> read)
        where T : class
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            if (stream.Length > MostBytes)
            {
                return TooLarge<T>(path, stream.Length);
            }

            // Devices and pipes have no length of their own: read one byte more than is allowed at most.
            using var bytes = new MemoryStream((int)stream.Length);
            var buffer = new byte[81_920];
            int count;
            while (bytes.Length <= MostBytes && (count = stream.Read(buffer)) > 0)
            {
                bytes.Write(buffer, 0, count);
            }

            return ReadUtf8(path, bytes.GetBuffer().AsMemory(0, (int)bytes.Length), read);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Unreadable<T>(path, default, 0, "There is no such file.");
        }
        catch (UnauthorizedAccessException)
        {
            return Unreadable<T>(path, default, 0, Directory.Exists(path) ? "This is a folder. Name the file in it." : "The file may not be read. Check its permissions.");
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or NotSupportedException or SecurityException)
        {
            return Unreadable<T>(path, default, 0, "The file cannot be read: " + exception.Message);
        }
    }

    public static DefinitionRead<T> ReadText<T>(string name, string text, Func<ReadContext, int, T> read)
        where T : class
    {
        int lone = JsonText.IndexOfLoneSurrogate(text);
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        return lone < 0
            ? ReadUtf8(name, utf8, read)
            : Unreadable<T>(name, utf8, Encoding.UTF8.GetByteCount(text.AsSpan(0, lone)), "Half of a character stands here. Write the character itself.");
    }

    public static DefinitionRead<T> ReadUtf8<T>(string name, ReadOnlyMemory<byte> utf8, Func<ReadContext, int, T> read)
        where T : class
    {
        if (utf8.Length > MostBytes)
        {
            return TooLarge<T>(name, utf8.Length);
        }

        if (utf8.Span.StartsWith(Encoding.UTF8.Preamble))
        {
            utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        }

        if (!Utf8.IsValid(utf8.Span))
        {
            return NotUtf8<T>(name, utf8);
        }

        if (!JsonTree.TryParse(utf8, out JsonTree? tree, out int consumed))
        {
            return NotJson<T>(name, utf8, consumed);
        }

        var map = new JsonSourceMap(name, utf8, tree);
        var findings = new Findings(tree, map);
        T definition = read(new ReadContext(tree, findings), 0);
        var diagnostics = findings.ToDiagnostics();
        return new DefinitionRead<T>(diagnostics.IsEmpty ? definition : null, diagnostics, map, definition);
    }

    private static DefinitionRead<T> NotJson<T>(string name, ReadOnlyMemory<byte> utf8, int consumed)
        where T : class
    {
        var map = new JsonSourceMap(name, utf8, tree: null);

        // Both follow the same rules, so that a problem is always found; if ever one is not, the place still is.
        SyntaxProblem problem = SyntaxFinder.Find(utf8.Span, new LineIndex(utf8), typeof(T) == typeof(TranslationDefinition) ? "translation" : "flow") ?? new SyntaxProblem(consumed, "The text is not JSON behind this place.");
        return new DefinitionRead<T>(null, [new Diagnostic(DiagnosticCatalog.Syntax, map.At(problem.Offset, string.Empty), problem.Message)], map, null);
    }

    private static DefinitionRead<T> NotUtf8<T>(string name, ReadOnlyMemory<byte> utf8)
        where T : class
    {
        ReadOnlySpan<byte> bytes = utf8.Span;
        if (bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return Unreadable<T>(name, default, 0, "The file is UTF-16. Save it as UTF-8.");
        }

        int at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out int length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return Unreadable<T>(
            name,
            utf8[..at],
            at,
            string.Create(CultureInfo.InvariantCulture, $"The byte 0x{bytes[at]:X2} stands here, which is not UTF-8. Save the file as UTF-8."));
    }

    private static DefinitionRead<T> TooLarge<T>(string name, long bytes)
        where T : class => Unreadable<T>(
        name,
        default,
        0,
        string.Create(CultureInfo.InvariantCulture, $"The file has {bytes:N0} bytes; at most {MostBytes:N0} are read. Split it into several flows."));

    private static DefinitionRead<T> Unreadable<T>(string name, ReadOnlyMemory<byte> utf8, int offset, string message)
        where T : class
    {
        var map = new JsonSourceMap(name, utf8, tree: null);
        return new DefinitionRead<T>(null, [new Diagnostic(DiagnosticCatalog.Unreadable, map.At(offset, string.Empty), message)], map, null);
    }
}
