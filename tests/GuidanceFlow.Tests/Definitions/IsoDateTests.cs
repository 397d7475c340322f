using System.Globalization;
using GuidanceFlow.Definitions;

namespace GuidanceFlow.Tests.Definitions;

public sealed class IsoDateTests
{
    [Theory]
    [InlineData("2026-01-31", "2026-01-31T00:00:00.0000000")]
    [InlineData("2026-01-31T09:00", "2026-01-31T09:00:00.0000000")]
    [InlineData("2026-01-31T09:00:05.25", "2026-01-31T09:00:05.2500000")]
    [InlineData("2026-01-31T09:00:00Z", "2026-01-31T09:00:00.0000000Z")]
    [InlineData("2026-01-31T09:00:00+02:00", "2026-01-31T07:00:00.0000000Z")]
    public void TryParse_OfADate_GivesIt(string text, string expected)
    {
        IsoDate.TryParse(text, out DateTime date).ShouldBeTrue();
        date.ToString("O", CultureInfo.InvariantCulture).ShouldBe(expected);
    }

    [Fact]
    public void TryParseUniversal_OfADateWithoutOffset_IsUniversalTime()
    {
        IsoDate.TryParseUniversal("2026-01-31", out DateTime date).ShouldBeTrue();
        date.ShouldBe(new DateTime(2026, 1, 31, 0, 0, 0, DateTimeKind.Utc));
        date.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Theory]
    [InlineData("03.01.2026")]
    [InlineData("1/2")]
    [InlineData("10:30")]
    [InlineData("Jan 5")]
    [InlineData("2026-1-3")]
    [InlineData("2026-02-30")]
    [InlineData("")]
    public void TryParse_OfWhatWouldHaveToBeGuessed_GivesNothing(string text)
    {
        IsoDate.TryParse(text, out _).ShouldBeFalse();
        IsoDate.TryParseUniversal(text, out _).ShouldBeFalse();
    }
}
