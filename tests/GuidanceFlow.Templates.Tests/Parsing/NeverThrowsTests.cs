using FsCheck;
using FsCheck.Fluent;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Parsing;

public sealed class NeverThrowsTests
{
    private const string Valid = """
        Hello {{ s | string.upcase }}, {{~ if x > 3 && (t || !n) ~}} more {{- else if n?.a == null -}} less {{ else }}
        {{ for i in l offset:1 limit:2 }}{{ for.index }}. {{ i + 1 }}{{ if i == 2; break; end }} {{ else }}none{{ end }}
        {{ end }}{{ z = {a: [1, 2.5e1, 'q\n'], "b": `v`}; z.a[0] ?? o["a"] ? 1..3 : 'no' # comment
        ## long ## z += -x // 2 % 3 * f / y }} {%{ raw {{ }}%} {{ string.truncate(s, length: 3) | string.append "x" + 'y' }}
        """;

    private static readonly string[] Pieces =
    [
        "{{", "}}", "{{-", "-}}", "{{~", "~}}", "{%{", "}%}", "{", "}", "[", "]", "(", ")", "if ", "else ", "end", "for ", "in ", "x", "s", ".size", ".", "?.", "..",
        "..<", "?", ":", "??", "|", "||", "&&", "&", "!", "==", "=", "+=", "+", "-", "--", "*", "/", "//", "%", "<", ">=", "'", "\"", "`", "\\", "\n", "\r", " ", "#", "##",
        "1", "2.5", "0x", "1e", "é", "\ud83d", "\0", "string.upcase", "array.join", "null", "true", "break", "while ", "func ", "case ", "when ", "$a", "@", ",", ";",
    ];

    [Fact]
    public void Parse_AnyPieces_GivesATemplateOrDiagnostics()
    {
        Gen<string> texts = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces));
        Prop.ForAll(texts.ToArbitrary(), text => TryAll(text) && TryAll("{{ " + text)).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(60));
    }

    [Fact]
    public void Parse_AnyString_GivesATemplateOrDiagnostics() =>
        Prop.ForAll<string?>(text => TryAll(text ?? string.Empty)).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Parse_MutatedTemplate_GivesATemplateOrDiagnostics()
    {
        Gen<string> mutated =
            from position in Gen.Choose(0, Valid.Length - 1)
            from length in Gen.Choose(0, 5)
            from piece in Gen.Elements(Pieces)
            select string.Concat(Valid.AsSpan(0, position), piece, Valid.AsSpan(Math.Min(Valid.Length, position + length)));
        Prop.ForAll(mutated.ToArbitrary(), TryAll).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void Parse_EveryPrefix_GivesATemplateOrDiagnostics()
    {
        for (int length = 0; length <= Valid.Length; length++)
        {
            TryAll(Valid[..length]).ShouldBeTrue();
        }
    }

    [Fact]
    public void Parse_TheValidTemplate_Succeeds() => Models.Diagnose(Valid).ShouldBeEmpty();

    private static bool TryAll(string text)
    {
        (TestScope scope, SlotValues values) = Models.Slots();
        foreach (TemplateOptions options in new[] { TemplateOptions.Default, new TemplateOptions { Scope = scope } })
        {
            ParseResult<Template> template = Template.Parse(text, options);
            ParseResult<Expression> expression = Expression.Parse(text, options, StaticType.Boolean);
            (template.Value is null).ShouldBe(template.Diagnostics.Length > 0);
            (expression.Value is null).ShouldBe(expression.Diagnostics.Length > 0);
            foreach (TemplateDiagnostic found in template.Diagnostics)
            {
                (found.Span.Start >= 0 && found.Span.End <= text.Length && found.Line > 0 && found.Column > 0).ShouldBeTrue();
            }

            try
            {
                if (options.Scope is null)
                {
                    template.Value?.Render(Models.Default);
                }
                else
                {
                    template.Value?.Render(values);
                }
            }
            catch (TemplateRuntimeException)
            {
                // A failure while running is a result too.
            }
        }

        return true;
    }
}
