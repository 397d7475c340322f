using GuidanceFlow.Actions;
using GuidanceFlow.Engine;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Cli.Play;

/// <summary>One line of the protocol's input.</summary>
internal abstract record Request
{
    /// <summary>The input's id; null for none.</summary>
    public string? InputId { get; init; }

    /// <summary>The time; null for the clock's.</summary>
    public DateTimeOffset? Now { get; init; }
}

/// <summary>Start a new session. What is null was not given.</summary>
internal sealed record Start : Request
{
    public string? Id { get; init; }

    public IReadOnlyDictionary<string, Value>? Inputs { get; init; }

    public IReadOnlyDictionary<string, Value>? Known { get; init; }

    public string? Locale { get; init; }

    public string? Channel { get; init; }

    public string? Customer { get; init; }
}

/// <summary>Take the session started last one input further.</summary>
/// <param name="Input">The input.</param>
internal sealed record StepRequest(SessionInput Input) : Request;

/// <summary>Let time pass.</summary>
/// <param name="By">How much.</param>
internal sealed record AdvanceRequest(TimeSpan By) : Request;

/// <summary>End the action that is under way.</summary>
/// <param name="Result">What became of it.</param>
internal sealed record ResultRequest(ActionResult Result) : Request;

/// <summary>Tell why the session started last came to a step.</summary>
/// <param name="Step">The step.</param>
internal sealed record WhyRequest(string Step) : Request;
