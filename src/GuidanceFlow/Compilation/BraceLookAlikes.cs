using System.Text.RegularExpressions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Templates.Binding;

namespace GuidanceFlow.Compilation;

/// <summary>Warns of braces in a text that look like code and are printed as they stand: full-width ones, and single ones around a name of the flow.</summary>
internal static partial class BraceLookAlikes
{
    public static void Check(CompilationContext context, string text, INameScope scope, SourcePath path)
    {
        int at = text.AsSpan().IndexOfAny('{', '｛');
        while (at >= 0)
        {
            int end = at + 1;
            if (StartsWith(text, at, "{%"))
            {
                end = EndOf(text, "%}", at + 2);
            }
            else if (StartsWith(text, at, "{{"))
            {
                end = EndOf(text, "}}", at + 2);
            }
            else if (FullWidth().Match(text, at) is { Success: true } wide && wide.Index == at)
            {
                end = at + wide.Length;
                context.ReportInText(DiagnosticCatalog.NoCode, path, at, $"{Spelling.Quote(wide.Value)} is printed as it stands, because its braces are full-width. Write '{{{{ {wide.Groups["code"].Value.Trim()} }}}}'.");
            }
            else if (Single().Match(text, at) is { Success: true } single && single.Index == at && scope.TryResolve(single.Groups["name"].Value, out _))
            {
                end = at + single.Length;
                context.ReportInText(
                    DiagnosticCatalog.NoCode,
                    path,
                    at,
                    $"{Spelling.Quote(single.Value)} is printed as it stands. Write '{{{{ {single.Groups["path"].Value} }}}}' for the value, or '{{%{{{single.Value}}}%}}' if the braces are meant.");
            }

            int next = end < text.Length ? text.AsSpan(end).IndexOfAny('{', '｛') : -1;
            at = next < 0 ? -1 : end + next;
        }
    }

    private static bool StartsWith(string text, int at, string beginning) => string.CompareOrdinal(text, at, beginning, 0, beginning.Length) == 0;

    private static int EndOf(string text, string close, int start)
    {
        int end = start < text.Length ? text.IndexOf(close, start, StringComparison.Ordinal) : -1;
        return end < 0 ? text.Length : end + close.Length;
    }

    [GeneratedRegex(@"\G(｛｛|｛\{|\{｛)(?<code>[^{}｛｝\r\n]*)[｝}]{2}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex FullWidth();

    [GeneratedRegex(@"\G[{｛] ?(?<path>(?<name>[A-Za-z_][A-Za-z0-9_]*)(\.[A-Za-z_][A-Za-z0-9_]*)*) ?[}｝]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Single();
}
