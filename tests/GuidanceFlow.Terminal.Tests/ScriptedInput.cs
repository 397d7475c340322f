using System.Globalization;
using GuidanceFlow.Terminal.Keys;
using GuidanceFlow.Testing;

namespace GuidanceFlow.Terminal.Tests;

/// <summary>
/// A customer's keys. Each text is pressed at once, as a paste is; between two of them the customer waits. Behind the last one the
/// customer leaves. A text such as ⏳5 lets so many minutes pass, and nothing is pressed until what is asked is broken off. Signs stand for keys: ⏎ ▲ ▼ ◀ ▶ ⌫ ⌦ ⎋, and ^C ^D ^U ^W ^A ^E as C, D … behind a ^.
/// </summary>
internal sealed class ScriptedInput(params string[] bursts) : ITerminalInput
{
    private readonly Queue<Queue<TerminalEvent>> _bursts = new(bursts.Select(burst => new Queue<TerminalEvent>(Events(burst))));

    /// <summary>The clock that passes; null for none.</summary>
    public ManualTimeProvider? Clock { get; init; }

    public static IEnumerable<ConsoleKeyInfo> Keys(string keys)
    {
        for (int i = 0; i < keys.Length; i++)
        {
            yield return keys[i] switch
            {
                '⏎' => new ConsoleKeyInfo('\r', ConsoleKey.Enter, false, false, false),
                '▲' => Key(ConsoleKey.UpArrow),
                '▼' => Key(ConsoleKey.DownArrow),
                '◀' => Key(ConsoleKey.LeftArrow),
                '▶' => Key(ConsoleKey.RightArrow),
                '⌫' => new ConsoleKeyInfo('\u007f', ConsoleKey.Backspace, false, false, false),
                '⌦' => Key(ConsoleKey.Delete),
                '⎋' => new ConsoleKeyInfo('\u001b', ConsoleKey.Escape, false, false, false),
                '^' => new ConsoleKeyInfo((char)(keys[++i] - 'A' + 1), ConsoleKey.A + (keys[i] - 'A'), false, false, control: true),
                var c => new ConsoleKeyInfo(c, ConsoleKey.None, false, false, false),
            };
        }
    }

    public async ValueTask<TerminalEvent> NextAsync(CancellationToken cancellationToken)
    {
        while (_bursts.TryPeek(out Queue<TerminalEvent>? burst))
        {
            if (burst.TryDequeue(out TerminalEvent next))
            {
                if (next.Kind != TerminalEventKind.Resized)
                {
                    return next;
                }

                // Time passes until it is broken off.
                Clock!.Advance(TimeSpan.FromMinutes(int.Parse(next.Line!, CultureInfo.InvariantCulture)));
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            _bursts.Dequeue();
        }

        return new TerminalEvent(TerminalEventKind.Leave);
    }

    public ValueTask<bool> FollowsAtOnceAsync() => ValueTask.FromResult(_bursts.TryPeek(out Queue<TerminalEvent>? burst) && burst.Count > 0);

    private static IEnumerable<TerminalEvent> Events(string burst) =>
        burst.StartsWith('⏳') ? [new TerminalEvent(TerminalEventKind.Resized, Line: burst[1..])] : Keys(burst).Select(key => new TerminalEvent(TerminalEventKind.Key, key));

    private static ConsoleKeyInfo Key(ConsoleKey key) => new('\0', key, false, false, false);
}
