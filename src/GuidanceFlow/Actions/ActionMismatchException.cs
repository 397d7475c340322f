using System.Collections.Immutable;

namespace GuidanceFlow.Actions;

/// <summary>A host lacks actions that its flows need, or has some of another shape.</summary>
public sealed class ActionMismatchException : Exception
{
    /// <summary>Makes one without a list.</summary>
    public ActionMismatchException()
        : this([])
    {
    }

    /// <summary>Makes one of a single problem.</summary>
    /// <param name="message">The problem.</param>
    public ActionMismatchException(string? message)
        : this([message ?? string.Empty])
    {
    }

    /// <summary>Makes one of a single problem.</summary>
    /// <param name="message">The problem.</param>
    /// <param name="innerException">What led to it.</param>
    public ActionMismatchException(string? message, Exception? innerException)
        : base(message, innerException) => Problems = [message ?? string.Empty];

    /// <summary>Makes one.</summary>
    /// <param name="problems">The problems, a sentence or two each.</param>
    public ActionMismatchException(ImmutableArray<string> problems)
        : base("The host's actions are not those its flows need." + Environment.NewLine + string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>The problems, a sentence or two each.</summary>
    public ImmutableArray<string> Problems { get; }
}
