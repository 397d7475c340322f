using System.Diagnostics;
using System.Text.RegularExpressions;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Templates.Functions;

/// <summary>
/// How long regular expressions took in one rendering, all together. Only those that may go back are held against it: the others take time in
/// proportion to their text, which is counted, and so give the same result on any machine.
/// </summary>
internal sealed class RegexClock(RenderState state, Regex regex)
{
    private readonly bool _isTimed = !regex.Options.HasFlag(RegexOptions.NonBacktracking);
    private long _since = Stopwatch.GetTimestamp();

    /// <exception cref="RegexMatchTimeoutException">It is too long.</exception>
    public void Check()
    {
        if (!_isTimed)
        {
            return;
        }

        long now = Stopwatch.GetTimestamp();
        state.RegexTime += Stopwatch.GetElapsedTime(_since, now);
        _since = now;
        if (state.RegexTime > state.Settings.MaxRegexTime)
        {
            throw new RegexMatchTimeoutException();
        }
    }
}
