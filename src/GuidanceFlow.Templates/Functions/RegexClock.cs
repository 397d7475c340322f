using System.Diagnostics;
using System.Text.RegularExpressions;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Templates.Functions;

/// <summary>
/// How long regular expressions took in one rendering, all together, made and matched. Even those that never go back take time that grows with the square
/// of their text when all their matches are wanted.
/// </summary>
internal sealed class RegexClock(RenderState state)
{
    private long _since = Stopwatch.GetTimestamp();

    /// <exception cref="RegexMatchTimeoutException">It is too long.</exception>
    public void Check()
    {
        long now = Stopwatch.GetTimestamp();
        state.RegexTime += Stopwatch.GetElapsedTime(_since, now);
        _since = now;
        if (state.RegexTime > state.Settings.MaxRegexTime)
        {
            throw new RegexMatchTimeoutException();
        }
    }
}
