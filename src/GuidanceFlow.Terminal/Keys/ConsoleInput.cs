using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace GuidanceFlow.Terminal.Keys;

/// <summary>
/// The process's console. One thread waits in the console's read for as long as the chat lives: between two reads the system would
/// echo what is typed.
/// </summary>
internal sealed class ConsoleInput : ITerminalInput, IDisposable
{
    private static readonly TimeSpan PasteGap = TimeSpan.FromMilliseconds(8);

    private readonly Channel<TerminalEvent> _events = Channel.CreateUnbounded<TerminalEvent>();
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

        Register(PosixSignal.SIGINT);
        Register(PosixSignal.SIGTERM);
        Register(PosixSignal.SIGHUP);
        if (byKey && !OperatingSystem.IsWindows())
        {
            _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ => Happened(TerminalEventKind.Resized)));
        }

        new Thread(byKey ? ReadKeys : ReadLines) { IsBackground = true, Name = "Terminal input" }.Start();
    }

    public ValueTask<TerminalEvent> NextAsync(CancellationToken cancellationToken) => _events.Reader.ReadAsync(cancellationToken);

    public async ValueTask<bool> FollowsAtOnceAsync()
    {
        if (_events.Reader.TryPeek(out _))
        {
            return true;
        }

        await Task.Delay(PasteGap, _time).ConfigureAwait(false);
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

    private void ReadKeys()
    {
        try
        {
            while (true)
            {
                _events.Writer.TryWrite(new TerminalEvent(TerminalEventKind.Key, Console.ReadKey(intercept: true)));
            }
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException)
        {
            // The terminal is gone.
            Happened(TerminalEventKind.Leave);
        }
    }

    private void ReadLines()
    {
        while (Console.In.ReadLine() is { } line)
        {
            _events.Writer.TryWrite(new TerminalEvent(TerminalEventKind.Line, Line: line));
        }

        Happened(TerminalEventKind.Leave);
    }
}
