using GuidanceFlow.Terminal.Keys;

namespace GuidanceFlow.Terminal.Tests;

/// <summary>A customer who can only send lines.</summary>
internal sealed class ScriptedLines(params string[] lines) : ITerminalInput
{
    private readonly Queue<string> _lines = new(lines);

    public ValueTask<TerminalEvent> NextAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(_lines.TryDequeue(out string? line) ? new TerminalEvent(TerminalEventKind.Line, Line: line) : new TerminalEvent(TerminalEventKind.Leave));

    public ValueTask<bool> FollowsAtOnceAsync() => ValueTask.FromResult(false);
}
