using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Runtime;

public sealed class AssignmentTests
{
    [Theory]
    [InlineData("{{ x = 3; x }}", "3")]
    [InlineData("{{ x = 3 }}{{ x }}", "3")]
    [InlineData("{{ z += 1 }}", "")]
    [InlineData("{{ z = 1; z += 2; z -= 1; z *= 5; z /= 2; z //= 2; z %= 2; z }}", "0")]
    [InlineData("{{ a = 1..3; a[1] }}", "2")]
    [InlineData("{{ a = 1..3; a.size }}", "3")]
    [InlineData("{{ a = 1..3; a + [1] }}", "[1, 2, 3, 1]")]
    [InlineData("{{ a = 1..3; a == [1,2,3] }}", "true")]
    [InlineData("{{ a = 'x'; a += 'y'; a }}", "xy")]
    [InlineData("{{ a = [1]; a += [2]; a }}", "[1, 2]")]
    [InlineData("{{ string = 'a'; string }}", "a")]
    [InlineData("{{ in = 3; in }}", "3")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }
}
