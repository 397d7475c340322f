using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Functions;

public sealed class TimespanFunctionTests
{
    [Theory]
    [InlineData("{{ timespan.from_days 1.5 }} {{ timespan.from_hours 1.5 }} {{ timespan.from_minutes 90 }} {{ timespan.from_seconds 2 }} {{ timespan.from_milliseconds 1500 }} {{ timespan.zero }} {{ timespan.parse '1.02:03:04' }}", "1.12:00:00 01:30:00 01:30:00 00:00:02 00:00:01.5000000 00:00:00 1.02:03:04")]
    [InlineData("{{ (timespan.from_days 5).days }} {{ (timespan.from_hours 5).hours }} {{ (timespan.from_minutes 90).total_hours }}", "5 5 1.5")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }

    [Theory]
    [InlineData("{{ timespan.from_days 1e10 }}", "(1,4): \"timespan.from_days\": 10000000000 is more than a duration holds.")]
    [InlineData("{{ timespan.parse 'soon' }}", "(1,4): \"timespan.parse\": \"soon\" is no duration; \"01:30:00\" and \"2.12:00:00\" are.")]
    public void Render_WhatIsNoDuration_SaysSo(string template, string problem) =>
        Should.Throw<TemplateRuntimeException>(() => Models.Render(template)).Message.ShouldBe(problem);
}
