using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime;

public sealed class LoopTests
{
    [Theory]
    [InlineData("{{ for i in 1..x }}{{i}} {{ end }}", "1 2 3 4 5 ")]
    [InlineData("{{ for i in 3..1 }}{{i}} {{ end }}", "3 2 1 ")]
    [InlineData("{{ for i in l }}{{ for.index }}{{ for.rindex }}{{ for.first }}{{ for.last }}{{ for.even }}{{ for.odd }}{{ for.length }}{{ for.changed }} {{ end }}", "02truefalsetruefalse3true 11falsefalsefalsetrue3true 20falsetruetruefalse3true ")]
    [InlineData("{{ for i in l; i; end }}", "123")]
    [InlineData("{{ for i in l\ni\nend }}", "123")]
    [InlineData("{{ for i in e }}{{ else }}none{{ end }}", "none")]
    [InlineData("{{ for i in l }}{{ i }}{{ else }}none{{ end }}", "123")]
    [InlineData("{{ for i in n }}{{ else }}none{{ end }}", "")]
    [InlineData("{{ for i in n }}x{{ end }}", "")]
    [InlineData("{{ for i in s }}{{ i }}-{{ end }}", "h-e-l-l-o-")]
    [InlineData("{{ for i in o }}{{ i }}-{{ end }}", "{key: \"a\", value: 1}-{key: \"b\", value: \"t\"}-{key: \"c\", value: [1, \"x\"]}-")]
    [InlineData("{{ for i in o }}{{ i.key }}={{ i.value }} {{ end }}", "a=1 b=t c=[1, \"x\"] ")]
    [InlineData("{{ for i in l limit:2 }}{{ i }}{{ end }}", "12")]
    [InlineData("{{ for i in l limit:0 }}{{ i }}{{ else }}E{{ end }}", "123")]
    [InlineData("{{ for i in l limit:n }}{{ i }}{{ end }}{{ for i in l offset:n }}{{ i }}{{ end }}", "123123")]
    [InlineData("{{ for i in l offset:1 limit:1 }}{{ i }}{{ end }}", "2")]
    [InlineData("{{ for i in l reversed }}{{ i }}{{ end }}", "321")]
    [InlineData("{{ for i in l }}{{ if i == 2; break; end }}{{ i }}{{ end }}", "1")]
    [InlineData("{{ for i in l }}{{ if i == 2; continue; end }}{{ i }}{{ end }}", "13")]
    [InlineData("{{ for i in l }}{{ end }}{{ i }}", "")]
    [InlineData("{{ i = 9 }}{{ for i in l }}{{ end }}{{ i }}", "9")]
    [InlineData("{{ for i in l }}{{ z = i }}{{ end }}{{ z }}", "3")]
    [InlineData("{{ for i in l }}{{ for j in l }}{{ for.index }}{{ end }}:{{ for.index }} {{ end }}", "012:0 012:1 012:2 ")]
    [InlineData("{{ for i in [1,1,2] }}{{ for.changed }}{{ end }}", "truefalsetrue")]
    [InlineData("{{ for i in [[1],[1]] }}{{ for.changed }}{{ end }} {{ a = {}; for i in [a,a] }}{{ for.changed }}{{ end }}", "truetrue truefalse")]
    [InlineData("{{ for i in (1..3) }}{{ i }}{{ end }}", "123")]
    [InlineData("{{ for i in 1..0 }}{{ i }}{{ end }}", "10")]
    [InlineData("{{ for i in 1..<1 }}{{ i }}{{ end }}", "")]
    [InlineData("{{ for i in 3..<1 }}{{ i }}{{ end }}", "32")]
    [InlineData("{{ for i in [n, n, 1, n] }}{{ for.changed }} {{ end }}", "true false true true ")]
    [InlineData("{{ for i in l }}{{ x = for.index }}{{ end }}{{ x }}", "2")]
    [InlineData("{{ for i in 1..3 ~}}\n{{ i }}\n{{~ end }}", "1\n2\n3\n")]
    [InlineData("{{ for i in [1,2,3,4,5] reversed limit:2 }}{{ i }} {{ end }}", "5 4 ")]
    [InlineData("{{ for i in [1,2,3,4,5] limit:2 }}{{ for.last }}{{ for.rindex }} {{ end }}", "false1 true0 ")]
    [InlineData("{{ for i in [1] offset:5 }}a{{ else }}b{{ end }}", "b")]
    [InlineData("{{ for i in '' }}a{{ else }}b{{ end }}", "b")]
    [InlineData("{{ for i in {} }}a{{ else }}b{{ end }}", "b")]
    [InlineData("{{ for i in string.split 'a,b' ',' }}{{ i }}{{ end }}", "ab")]
    [InlineData("{{ for i in [1,2,3,4,5] limit:2 reversed }}{{ i }} {{ end }}{{ for i in [1,2,3,4,5] reversed offset:1 }}{{ i }} {{ end }}{{ for i in [1,2,3,4,5] reversed offset:1 limit:2 }}{{ i }} {{ end }}{{ for i in (1..5) limit:2 reversed offset:3 }}{{ i }} {{ end }}", "5 4 5 4 3 2 5 4 5 4 ")]
    [InlineData("{{ for i in [1,2,3] offset:(-1) }}{{ i }}{{ end }}|{{ for i in [1,2,3] limit:(-1) }}{{ i }}{{ end }}|{{ for i in [1,2,3] limit:9 }}{{ i }}{{ end }}", "123|123|123")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }
}
