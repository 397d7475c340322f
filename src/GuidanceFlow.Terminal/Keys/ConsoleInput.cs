using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace GuidanceFlow.Terminal.Keys;

/// <summary>
/// The process's console. One thread waits in the console's read for as long as the process lives: between two reads the system would
/// echo what is typed, and a read cannot be given up, so that a second chat has to share it.
/// </summary>
internal sealed class ConsoleInput : ITerminalInput, IDisposable
{
    private static readonly TimeSpan PasteGap = TimeSpan.FromMilliseconds(8);

    private static readonly Lazy<Channel<TerminalEvent>> Keys = new(() => Pump(ReadKeys));
    private static readonly Lazy<Channel<TerminalEvent>> Lines = new(() => Pump(ReadLines));

    private readonly Channel<TerminalEvent> _events;
    private readonly List<PosixSignalRegistration> _signals = [];
    private readonly TimeProvider _time;
    private readonly bool _byKey;

    /// <param name="byKey">Whether keys are read one by one; else lines.</param>
    /// <param name="time">The clock that tells pasted text from typed.</param>
    public ConsoleInput(bool byKey, TimeProvider time)
    {
        _byKey = byKey;
        _time = time;
        if (byKey)
        {
            Console.TreatControlCAsInput = true;
        }

        _events = byKey ? Keys.Value : Lines.Value;
        while (_events.Reader.TryRead(out _))
        {
            // What was pressed when nobody asked.
        }

        Register(PosixSignal.SIGINT);
        Register(PosixSignal.SIGTERM);
        Register(PosixSignal.SIGHUP);
        if (byKey && !OperatingSystem.IsWindows())
        {
            _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ => Happened(TerminalEventKind.Resized)));
        }
    }

    public async ValueTask<TerminalEvent> NextAsync(CancellationToken cancellationToken) =>
        await _events.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false) && _events.Reader.TryRead(out TerminalEvent next)
            ? next
            : new TerminalEvent(TerminalEventKind.Leave);

    public async ValueTask<bool> FollowsAtOnceAsync()
    {
        if (!_events.Reader.TryPeek(out _))
        {
            await Task.Delay(PasteGap, _time).ConfigureAwait(false);
        }

        return _events.Reader.TryPeek(out TerminalEvent next) && next.Kind == TerminalEventKind.Key;
    }

    public void Dispose()
    {
        _signals.ForEach(signal => signal.Dispose());
        if (_byKey)
        {
            Console.TreatControlCAsInput = false;
        }
    }

    private void Register(PosixSignal signal) => _signals.Add(PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        Happened(TerminalEventKind.Leave);
    }));

    private void Happened(TerminalEventKind kind) => _events.Writer.TryWrite(new TerminalEvent(kind));

    private static Channel<TerminalEvent> Pump(Action<ChannelWriter<TerminalEvent>> read)
    {
        var events = Channel.CreateUnbounded<TerminalEvent>();
        new Thread(() =>
        {
            try
            {
                read(events.Writer);
            }
            catch (Exception exception) when (exception is InvalidOperationException or IOException)
            {
                // The terminal is gone.
            }

            events.Writer.TryComplete();
        }) { IsBackground = true, Name = "Terminal input" }.Start();
        return events;
    }

    private static void ReadKeys(ChannelWriter<TerminalEvent> events)
    {
        while (true)
        {
            events.TryWrite(new TerminalEvent(TerminalEventKind.Key, Console.ReadKey(intercept: true)));
        }
    }

    private static void ReadLines(ChannelWriter<TerminalEvent> events)
    {
        while (Console.In.ReadLine() is { } line)
        {
            events.TryWrite(new TerminalEvent(TerminalEventKind.Line, Line: line));
        }
    }
}
