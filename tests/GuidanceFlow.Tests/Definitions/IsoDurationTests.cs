using System.Xml;
using GuidanceFlow.Definitions;

namespace GuidanceFlow.Tests.Definitions;

public sealed class IsoDurationTests
{
    [Theory]
    [InlineData("PT2H", "02:00:00")]
    [InlineData("PT90S", "00:01:30")]
    [InlineData("P1DT12H", "1.12:00:00")]
    [InlineData("P2W", "14.00:00:00")]
    [InlineData("P1W2D", "9.00:00:00")]
    [InlineData("PT0S", "00:00:00")]
    [InlineData("PT0.5S", "00:00:00.5")]
    [InlineData("PT1M0.0000001S", "00:01:00.0000001")]
    [InlineData("-PT5M", "-00:05:00")]
    [InlineData("PT100H", "4.04:00:00")]
    public void TryParse_OfALength_GivesIt(string text, string expected)
    {
        IsoDuration.TryParse(text, out TimeSpan duration).ShouldBeTrue();
        duration.ShouldBe(TimeSpan.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
        IsoDuration.TryParse(IsoDuration.Format(duration), out TimeSpan again).ShouldBeTrue();
        again.ShouldBe(duration);
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1")]
    [InlineData("P1DT")]
    [InlineData("PT2")]
    [InlineData("2H")]
    [InlineData("PT2h")]
    [InlineData("P2H")]
    [InlineData("PT2D")]
    [InlineData("P1Y")]
    [InlineData("P1M")]
    [InlineData("PT1S1M")]
    [InlineData("PT1H1H")]
    [InlineData("PT1.5H")]
    [InlineData("PT1.S")]
    [InlineData("PT.5S")]
    [InlineData("PT0.00000001S")]
    [InlineData("PT1H ")]
    [InlineData("PTT1H")]
    [InlineData("--PT1H")]
    [InlineData("PT٣H")]
    [InlineData("P99999999999999D")]
    [InlineData("P9999999999999999999999D")]
    [InlineData("2 hours")]
    public void TryParse_OfSomethingElse_Refuses(string text) => IsoDuration.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Format_OfTheExtremes_ReadsBack()
    {
        foreach (TimeSpan duration in (TimeSpan[])[TimeSpan.MinValue, TimeSpan.MaxValue, new(-1), new(1)])
        {
            IsoDuration.TryParse(IsoDuration.Format(duration), out TimeSpan again).ShouldBeTrue();
            again.ShouldBe(duration);
            XmlConvert.ToTimeSpan(IsoDuration.Format(duration)).ShouldBe(duration);
        }
    }
}
