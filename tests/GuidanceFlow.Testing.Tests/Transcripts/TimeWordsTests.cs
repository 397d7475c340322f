using GuidanceFlow.Testing.Transcripts;

namespace GuidanceFlow.Testing.Tests.Transcripts;

public sealed class TimeWordsTests
{
    [Theory]
    [InlineData("00:00:01", "1 second")]
    [InlineData("00:00:00.25", "0.25 seconds")]
    [InlineData("00:01:00", "1 minute")]
    [InlineData("00:10:05", "10 minutes 5 seconds")]
    [InlineData("01:30:00", "1 hour 30 minutes")]
    [InlineData("1.00:00:00", "1 day")]
    [InlineData("14.02:00:00", "14 days 2 hours")]
    [InlineData("00:00:00", "0 seconds")]
    public void Of_ALength_IsReadAloud(string length, string expected) => TimeWords.Of(TimeSpan.Parse(length, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(expected);
}
