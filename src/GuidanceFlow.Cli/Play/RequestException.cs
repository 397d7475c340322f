namespace GuidanceFlow.Cli.Play;

/// <summary>A line is not a request. The message is the reply's error.</summary>
internal sealed class RequestException(string message) : Exception(message);
