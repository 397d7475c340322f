using System.Globalization;

namespace GuidanceFlow.Diagnostics;

/// <summary>A place in a source file.</summary>
/// <param name="File">The file's name as it was given, or the flow's id for a definition built in code.</param>
/// <param name="Line">The line, from 1; 0 when the definition was built in code.</param>
/// <param name="Column">The column, from 1, in UTF-16 units; 0 when the definition was built in code.</param>
/// <param name="Path">The place as a JSON pointer (RFC 6901), such as <c>/stages/0/steps/2/next/1/goto</c>.</param>
public sealed record SourceLocation(string File, int Line, int Column, string Path)
{
    /// <summary>The place as editors and MSBuild read it: <c>file(line,column)</c>, or <c>file#path</c> without a line.</summary>
    public override string ToString() =>
        Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{File}({Line},{Column})") : File + "#" + Path;
}
