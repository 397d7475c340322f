using System.Globalization;

namespace GuidanceFlow.Sessions;

/// <summary>A line of a journal is no entry, or one of a later release.</summary>
public sealed class JournalFormatException : FormatException
{
    internal JournalFormatException(int line, string message, Exception? inner = null)
        : base(string.Create(CultureInfo.InvariantCulture, $"Line {line}: {message}"), inner) => Line = line;

    /// <summary>The line, from 1.</summary>
    public int Line { get; }
}
