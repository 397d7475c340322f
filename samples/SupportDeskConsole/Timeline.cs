using System.Globalization;
using SupportDeskConsole.Data;
using SupportDeskConsole.Screens;

namespace SupportDeskConsole;

/// <summary>Lets time pass, from one thing that is due to the next, as a host in the background would meet them.</summary>
internal sealed class Timeline(Desk desk, IScreen screen, News news)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    private readonly Words _words = desk.Words;

    public async Task AdvanceAsync(string length)
    {
        if (Read(length) is not { } by)
        {
            screen.Note(_words["no_length", length]);
            return;
        }

        DateTimeOffset target = desk.Clock.GetUtcNow() + by;
        DateTimeOffset? last = null;
        while (await NextAsync(target) is { } next && next != last)
        {
            if (next > desk.Clock.GetUtcNow())
            {
                desk.Clock.SetUtcNow(next);
                screen.Note(_words["passed", Desk.Day(next)]);
            }

            await desk.Host.FireDueTimersAsync();
            await news.TellAsync();
            last = next;
        }

        if (desk.Clock.GetUtcNow() < target)
        {
            desk.Clock.SetUtcNow(target);
            screen.Note(_words["passed", Desk.Day(target)]);
        }
    }

    /// <summary>When the next thing is due, if it is until then: a timer, or an effect that is planned or tried again.</summary>
    private async Task<DateTimeOffset?> NextAsync(DateTimeOffset target)
    {
        IEnumerable<DateTimeOffset> timers = (await desk.Store.ReadDueTimersAsync(target, after: null, limit: 1, CancellationToken.None)).Select(timer => timer.Timer.Due);
        IEnumerable<DateTimeOffset> effects = (await desk.Store.ReadOutboxAsync(sessionId: null, isDead: false, after: 0, int.MaxValue, CancellationToken.None)).Select(item => item.NotBefore).OfType<DateTimeOffset>().Where(due => due <= target);
        DateTimeOffset[] due = [.. timers.Concat(effects)];
        return due.Length == 0 ? null : due.Min();
    }

    /// <summary>A length of time such as 30s, 10m, 2h or 3d; null for none.</summary>
    private static TimeSpan? Read(string text)
    {
        if (text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int count))
        {
            return null;
        }

        double? seconds = text[^1] switch
        {
            's' => count,
            'm' => count * 60.0,
            'h' => count * 3600.0,
            'd' => count * 86400.0,
            _ => null,
        };
        return seconds is { } some && some <= Longest.TotalSeconds ? TimeSpan.FromSeconds(some) : null;
    }
}
