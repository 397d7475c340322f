using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime;

public sealed class ReadOnlyTests
{
    [Theory]
    [InlineData("{{ k = 1; readonly k; k }}", "1")]
    [InlineData("{{ readonly o; o.a = 3; o.a }}", "3")]
    [InlineData("{{ k = 5; readonly k; m = {}; with m; k = 6; end; k; m.k }}", "56")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected) => Models.Render(template).ShouldBe(expected);
}
