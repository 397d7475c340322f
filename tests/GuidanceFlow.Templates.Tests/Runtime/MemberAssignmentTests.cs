using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime;

public sealed class MemberAssignmentTests
{
    [Theory]
    [InlineData("{{ a = {}; b = a; b.x = 1; a.x; a }}", "1{x: 1}")]
    [InlineData("{{ a = [1]; b = a; b[3] = 2; a; a.size }}", "[1, null, null, 2]4")]
    [InlineData("{{ a = [1]; a[-1] = 5; a }}", "[5]")]
    [InlineData("{{ a = [1]; a[-5] = 5; a }}", "[1]")]
    [InlineData("{{ a = [1]; a.k = \"yes\"; a.k + a[0]; a; a.size }}", "yes1[1]1")]
    [InlineData("{{ a = {}; a[\"k 1\"] = 1; a }}", "{\"k 1\": 1}")]
    [InlineData("{{ a = {k:1}; a.k += 2; a.k++; a.k; ++a.k }}", "345")]
    [InlineData("{{ a = [1,2]; a[0] *= 5; a[1]++; a }}", "2[5, 3]")]
    [InlineData("{{ a = {}; a.b = {}; a.b.c = [1]; a.b.c[1] = 2; a }}", "{b: {c: [1, 2]}}")]
    [InlineData("{{ a = []; for i in 1..20; a[a.size] = i; end; a.size; a[19]; a | array.join \",\" }}", "20201,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20")]
    [InlineData("{{ a = {}; for i in 1..12; a[\"k\" + i] = i; end; a.size; a.k12; object.size a; a }}", "1212{k1: 1, k2: 2, k3: 3, k4: 4, k5: 5, k6: 6, k7: 7, k8: 8, k9: 9, k10: 10, k11: 11, k12: 12}")]
    [InlineData("{{ a = {}; capture a.text }}hi{{ end }}{{ a.text }}", "hi")]
    [InlineData("{{ k = l | array.add 4; k[0] = 9; k; l }}", "[9, 2, 3, 4][1, 2, 3]")]
    [InlineData("{{ k = \"x,y\" | string.split \",\"; k[1] = \"z\"; k }}", "[\"x\", \"z\"]")]
    [InlineData("{{ a = [1] + [2]; a[0] = 5; a; b = 1..3; b[0] = 7; b }}", "[5, 2][7, 2, 3]")]
    [InlineData("{{ a = {k: 1}; b = [a, a]; b[0].k = 2; b }}", "[{k: 2}, {k: 2}]")]
    [InlineData("{{ for i in [1,2]; i = 5; i; end; i }}", "125")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }
}
