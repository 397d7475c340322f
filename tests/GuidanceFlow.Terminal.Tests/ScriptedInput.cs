using GuidanceFlow.Terminal.Keys;

namespace GuidanceFlow.Terminal.Tests;

/// <summary>
/// A customer's keys. Each text is pressed at once, as a paste is; between two of them the customer waits. Behind the last one the
/// customer leaves. Signs stand for keys: ⏎ ▲ ▼ ◀ ▶ ⌫ ⌦ ⎋, and ^C ^D ^U ^W ^A ^E as C, D … behind a ^.
/// </summary>
internal sealed class ScriptedInput(params string[] bursts) : ITerminalInput
{
    private readonly Queue<Queue<TerminalEvent>> _bursts = new(bursts.Select(burst => new Queue<TerminalEvent>(Keys(burst).Select(key => new TerminalEvent(TerminalEventKind.Key, key)))));

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

    public ValueTask<TerminalEvent> NextAsync(CancellationToken cancellationToken)
    {
        while (_bursts.TryPeek(out Queue<TerminalEvent>? burst))
        {
            if (burst.TryDequeue(out TerminalEvent next))
            {
                return ValueTask.FromResult(next);
            }

            _bursts.Dequeue();
        }

        return ValueTask.FromResult(new TerminalEvent(TerminalEventKind.Leave));
    }

    public ValueTask<bool> FollowsAtOnceAsync() => ValueTask.FromResult(_bursts.TryPeek(out Queue<TerminalEvent>? burst) && burst.Count > 0);

    private static ConsoleKeyInfo Key(ConsoleKey key) => new('\0', key, false, false, false);
}
