using System.Diagnostics.CodeAnalysis;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Binding;

/// <summary>A thread parses all its texts with the same parts: none may see what another left behind.</summary>
public sealed class TextBinderTests
{
    private static readonly string[] Texts =
    [
        "plain",
        "{{ total = 0; for d in devices; total += 1; end }}{{ total }}",
        "{{ if x }}{{ x }}{{ else }}-{{ end }}",
        "{{ devices | array.join(', ') }} and {{ [1, [2, 3], {a: 1}] }}",
        "{{ for d in devices }}{{ if for.changed }}{{ d }}{{ end }}",
        "{{ x and 1 }}",
        "{{ f(1 2) }}",
        "{{ 'open }} {{ x. }}",
        "{{ deviecs }} {{ deviecs }}",
        "{{ x ",
        "{%{ {{ raw }} }%}{{ x ?? 'none' }}",
    ];

    private static readonly TestScope Scope = new TestScope().Add("x", StaticType.Text.OrNull()).Add("devices", StaticType.List(StaticType.Text));

    [Fact]
    public void ATextThatIsParsedBehindAnyOther_IsParsedAsIfItWereTheFirst()
    {
        string[] alone = [.. Texts.Select(text => OnItsOwnThread(() => Describe(text)))];

        foreach (string before in Texts)
        {
            for (int i = 0; i < Texts.Length; i++)
            {
                _ = Describe(before);
                Describe(Texts[i]).ShouldBe(alone[i], $"behind: {before}");
            }
        }
    }

    [Fact]
    public void AScopeThatParsesItself_DisturbsNothing()
    {
        var scope = new AskingScope(() => Template.Parse("{{ a = 1; for b in [1]; b; end }} {{ oops", new TemplateOptions { Scope = Scope }));

        Template template = Template.Parse("{{ y }} {{ for z in [1, 2] }}{{ y }}{{ z }}{{ end }}", new TemplateOptions { Scope = scope }).GetOrThrow();

        template.Render(new OneValue("!")).ShouldBe("! !1!2");
    }

    [Fact]
    public void AScopeThatThrows_LeavesTheNextTextAlone()
    {
        var scope = new AskingScope(() => throw new InvalidOperationException("lost"));
        Should.Throw<InvalidOperationException>(() => Template.Parse("{{ q = 1; for z in [1] }}{{ y }}{{ end }}", new TemplateOptions { Scope = scope }));

        Template.Parse("{{ q }}", new TemplateOptions { Scope = Scope }).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(TemplateDiagnosticCode.UnknownName);
    }

    private static string Describe(string text)
    {
        ParseResult<Template> parsed = Template.Parse(text, new TemplateOptions { Scope = Scope });
        return parsed.Value is { } template
            ? string.Join(' ', template.Reads.Select(read => $"{read.Path}@{read.Span.Start}")) + " → " + template.Render(new OneValue("v"))
            : string.Join('\n', parsed.Diagnostics);
    }

    private static T OnItsOwnThread<T>(Func<T> action)
    {
        T? result = default;
        var thread = new Thread(() => result = action());
        thread.Start();
        thread.Join();
        return result!;
    }

    private sealed class OneValue(string text) : IValueSource
    {
        public Value GetValue(int slot) => slot == 0 ? Value.From(text) : Value.From(ValueList.Create([Value.From("a"), Value.From("b")]));
    }

    private sealed class AskingScope(Action asked) : INameScope
    {
        public IEnumerable<string> Names => ["y"];

        public bool TryResolve(string name, [NotNullWhen(true)] out NameBinding? binding)
        {
            asked();
            binding = name == "y" ? NameBinding.Value(0, StaticType.Text) : null;
            return binding is not null;
        }
    }
}
