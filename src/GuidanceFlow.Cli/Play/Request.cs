using GuidanceFlow.Commands;
using GuidanceFlow.Engine;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Cli.Play;

/// <summary>One line of the protocol's input.</summary>
internal abstract record Request;

/// <summary>Start a new session. What is null was not given.</summary>
internal sealed record Start : Request
{
    public string? Id { get; init; }

    public IReadOnlyDictionary<string, Value>? Inputs { get; init; }

    public IReadOnlyDictionary<string, Value>? Known { get; init; }

    public string? Locale { get; init; }

    public string? Channel { get; init; }

    public string? Customer { get; init; }

    public DateTimeOffset? Now { get; init; }
}

/// <summary>Answer in the session started last.</summary>
/// <param name="Text">What the customer wrote.</param>
/// <param name="Now">The time; null for the start's.</param>
internal sealed record Answer(string Text, DateTimeOffset? Now) : Request;

/// <summary>Send files in the session started last.</summary>
/// <param name="Files">The files.</param>
/// <param name="Now">The time; null for the start's.</param>
internal sealed record AttachmentRequest(IReadOnlyList<Attachment> Files, DateTimeOffset? Now) : Request;

/// <summary>Ask for something in the session started last instead of answering.</summary>
/// <param name="What">What is asked for.</param>
/// <param name="Now">The time; null for the start's.</param>
internal sealed record CommandRequest(SessionCommand What, DateTimeOffset? Now) : Request;

/// <summary>Go on in another language in the session started last.</summary>
/// <param name="Wanted">The language.</param>
/// <param name="Now">The time; null for the start's.</param>
internal sealed record LocaleRequest(string Wanted, DateTimeOffset? Now) : Request;

/// <summary>Change an earlier answer in the session started last.</summary>
/// <param name="Step">The question.</param>
/// <param name="Text">What the customer says now.</param>
/// <param name="Now">The time; null for the start's.</param>
internal sealed record CorrectionRequest(string Step, string Text, DateTimeOffset? Now) : Request;

/// <summary>Tell why the session started last came to a step.</summary>
/// <param name="Step">The step.</param>
internal sealed record WhyRequest(string Step) : Request;
