using System.Text.RegularExpressions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Parsing;

namespace GuidanceFlow.Compilation;

/// <summary>Warns of braces in a text that look like code and are printed as they stand: full-width ones, and single ones around what would be code.</summary>
internal static partial class BraceLookAlikes
{
    private const char Wide = '｛';

    public static void Check(CompilationContext context, string text, INameScope scope, SourcePath path)
    {
        if (!MayHaveSome(text))
        {
            return;
        }

        TemplateOptions? options = null;
        foreach (TextSpan span in LiteralTexts.Of(text))
        {
            int end = span.Start + span.Length;
            for (int at = Next(text, span.Start, end); at >= 0; at = Next(text, at, end))
            {
                if (FullWidth().Match(text, at, end - at) is { Success: true } wide)
                {
                    context.ReportInText(DiagnosticCatalog.NoCode, path, at, $"{Spelling.Quote(wide.Value)} is printed as it stands, because its braces are full-width. Write '{{{{ {wide.Groups["code"].Value.Trim()} }}}}'.");
                    at += wide.Length;
                }
                else if (Single().Match(text, at, end - at) is { Success: true } single)
                {
                    options ??= new TemplateOptions { Scope = new SilentScope(scope) };
                    if (Problem(single.Value, single.Groups["code"].Value.Trim(), options) is { } problem)
                    {
                        context.ReportInText(DiagnosticCatalog.NoCode, path, at, problem);
                    }

                    at += single.Length;
                }
                else
                {
                    at++;
                }
            }
        }
    }

    /// <summary>Whether a text has an opening brace of any kind; one that has none is what it prints.</summary>
    public static bool HasBrace(string text) => Next(text, 0, text.Length) >= 0;

    /// <summary>Whether a brace stands there that opens neither code nor an escape block.</summary>
    private static bool MayHaveSome(string text)
    {
        for (int at = Next(text, 0, text.Length); at >= 0; at = Next(text, at, text.Length))
        {
            int next = at + 1;
            while (next < text.Length && text[next] == '%')
            {
                next++;
            }

            if (text[at] == Wide || next >= text.Length || text[next] != '{')
            {
                return true;
            }

            at = next + 1;
        }

        return false;
    }

    private static int Next(string text, int start, int end)
    {
        int next = start < end ? text.AsSpan(start, end - start).IndexOfAny('{', Wide) : -1;
        return next < 0 ? -1 : start + next;
    }

    /// <summary>What is wrong with single braces; null where what they hold would be no code either.</summary>
    private static string? Problem(string braces, string code, TemplateOptions options)
    {
        ParseResult<Expression> parsed = Expression.Parse(code, options);
        if (parsed.Value is { } expression)
        {
            return expression.Reads.IsEmpty
                ? null
                : $"{Spelling.Quote(braces)} is printed as it stands. Write {Spelling.Quote($"{{{{ {code} }}}}")} for the value, or {Spelling.Quote($"{{%{{{braces}}}%}}")} if the braces are meant.";
        }

        // A member that is not there, or a name that only stands before a member.
        return Member().Match(code) is { Success: true } path && options.Scope!.TryResolve(path.Groups["name"].Value, out _)
            ? $"{Spelling.Quote(braces)} is printed as it stands, and would be no code in double braces either. {parsed.Diagnostics[0].Message}"
            : null;
    }

    [GeneratedRegex(@"\G(｛｛|｛\{|\{｛)(?<code>[^{}｛｝\r\n]*)[｝}]{2}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex FullWidth();

    [GeneratedRegex(@"\G[{｛](?<code>[^{}｛｝\r\n]*[A-Za-z_][^{}｛｝\r\n]*)[}｝]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Single();

    [GeneratedRegex(@"^(?<name>[A-Za-z_][A-Za-z0-9_]*)(\.[A-Za-z_][A-Za-z0-9_]*)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Member();
}
