namespace GuidanceFlow.Hosting;

/// <summary>How long each interpreter is waited for.</summary>
internal sealed record InterpreterLimit(TimeSpan Value);
