using System.Text;
using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Cli;

/// <summary>What a command reads from, writes to and tells the time by. Text is UTF-8 without byte order mark, on every machine.</summary>
internal sealed class Terminal : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public Terminal(Stream input, Stream output, Stream error)
    {
        Input = input;
        Output = output;
        Text = new StreamWriter(output, Utf8) { NewLine = "\n" };
        Error = new StreamWriter(error, Utf8) { NewLine = "\n", AutoFlush = true };
    }

    public Stream Input { get; }

    /// <summary>Standard output for those who write bytes; nobody writes to <see cref="Text"/> as well.</summary>
    public Stream Output { get; }

    /// <summary>Standard output for those who write text.</summary>
    public TextWriter Text { get; }

    public TextWriter Error { get; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whether answers are written out as they are read: they come from a file, and the output should read as a conversation.</summary>
    public bool EchoAnswers { get; init; }

    /// <summary>Whether a person sits at the process's own console, which may then be drawn on.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>Writes findings, one a line.</summary>
    public void Report(IEnumerable<Diagnostic> findings)
    {
        foreach (Diagnostic finding in findings)
        {
            Error.WriteLine(finding);
        }
    }

    public void Dispose()
    {
        Text.Dispose();
        Error.Dispose();
        Input.Dispose();
    }
}
