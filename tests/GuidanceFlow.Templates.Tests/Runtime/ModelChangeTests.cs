using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime;

public sealed class ModelChangeTests
{
    [Theory]
    [InlineData("{{ o.a = 2; o.a; q = o; q.a = 3; o.a }}", "23")]
    [InlineData("{{ os[0].v = 10; os[0].v; for i in os; i.n = i.n + \"!\"; end; os | array.map \"n\" }}", "10[\"b!\", \"a!\", \"c!\"]")]
    [InlineData("{{ l[0] = 9; l; l[5] = 1; l }}", "[9, 2, 3][9, 2, 3, null, null, 1]")]
    [InlineData("{{ o.c[0] += 1; o.c; o }}", "[2, \"x\"]{a: 1, b: \"t\", c: [2, \"x\"]}")]
    [InlineData("{{ with o; a = 4; new = 1; end; o }}", "{a: 4, b: \"t\", c: [1, \"x\"], new: 1}")]
    [InlineData("{{ this.o.a = 8; o.a }}", "8")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected) => Models.Render(template).ShouldBe(expected);
}
