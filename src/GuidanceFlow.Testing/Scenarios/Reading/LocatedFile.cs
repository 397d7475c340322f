using System.Collections.Immutable;
using System.Security;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Testing.Scenarios.Reading;

/// <summary>Reads JSON files of the test kit, with all problems at once.</summary>
internal static class LocatedFile
{
    /// <summary>The file's bytes; null, with what is wrong, when there are none to be had.</summary>
    public static byte[]? TryLoad(string path, out ImmutableArray<Diagnostic> problems)
    {
        problems = [];
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            problems = Unreadable(path, "There is no such file.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or SecurityException)
        {
            problems = Unreadable(path, "The file cannot be read: " + exception.Message);
        }

        return null;
    }

    /// <summary>What the file says; null when there is a problem.</summary>
    public static (T? Content, ImmutableArray<Diagnostic> Problems) Read<T>(string path, ReadOnlyMemory<byte> utf8, FileKind kind, Func<ReadContext, JsonItem, T> read)
        where T : class
    {
        utf8 = utf8.Span.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;
        var context = new ReadContext(path, utf8);
        try
        {
            if (!Utf8.IsValid(utf8.Span))
            {
                throw new JsonException();
            }

            T content = read(context, JsonItems.Read(utf8.Span));
            return (context.Findings.IsEmpty ? content : null, context.Findings);
        }
        catch (JsonException exception)
        {
            return (null, [SyntaxProblems.Explain(path, utf8, exception, kind)]);
        }
        catch (HalfCharacterException exception)
        {
            context.Report(ScenarioDiagnostics.InvalidValue, exception.Offset, string.Empty, "This text holds half of a character. Write the character itself, or both halves.");
            return (null, context.Findings);
        }
    }

    private static ImmutableArray<Diagnostic> Unreadable(string path, string message) =>
        [new Diagnostic(ScenarioDiagnostics.Unreadable, new SourceLocation(path, 1, 1, string.Empty), message)];
}
