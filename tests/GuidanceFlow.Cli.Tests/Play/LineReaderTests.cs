using System.Text;
using GuidanceFlow.Cli.Play;

namespace GuidanceFlow.Cli.Tests.Play;

public sealed class LineReaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a|")]
    [InlineData("a\n", "a|")]
    [InlineData("a\nb", "a|b|")]
    [InlineData("\n\na\r\n\r\n", "||a||")]
    [InlineData("12345\n123456\n1\n", "12345|TOO LONG|1|")]
    [InlineData("12345\r\n123456\r\n", "12345|TOO LONG|")]
    [InlineData("12345678901234567890", "TOO LONG|")]
    [InlineData("12345678901234567890\nb", "TOO LONG|b|")]
    public void Lines_AreRead_HoweverTheyArrive(string text, string expected)
    {
        foreach (int chunk in new[] { 1, 2, 3, 7, 1000 })
        {
            Read(new LineReader(new SlowStream(Encoding.UTF8.GetBytes(text), chunk), limit: 5)).ShouldBe(expected, $"in chunks of {chunk}");
        }
    }

    [Fact]
    public void LongLinesWithinTheLimit_AreKept()
    {
        string line = new('x', 300_000);

        Read(new LineReader(new SlowStream(Encoding.UTF8.GetBytes($"{line}\n{line}y\nz"), 50_000), limit: 400_000)).ShouldBe($"{line}|{line}y|z|");
    }

    private static string Read(LineReader reader)
    {
        var text = new StringBuilder();
        while (reader.Read())
        {
            text.Append(reader.TooLong ? "TOO LONG" : Encoding.UTF8.GetString(reader.Line)).Append('|');
        }

        return text.ToString();
    }

    /// <summary>Gives a few bytes at a time, as a pipe does.</summary>
    private sealed class SlowStream(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, chunk));
    }
}
