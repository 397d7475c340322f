namespace GuidanceFlow.Actions;

/// <summary>An action ends with an error of its own.</summary>
public sealed class ActionException : Exception
{
    /// <summary>Makes one for <see cref="ActionErrors.Failed"/>.</summary>
    public ActionException()
        : this(ActionErrors.Failed, message: null)
    {
    }

    /// <summary>Makes one for <see cref="ActionErrors.Failed"/>.</summary>
    /// <param name="message">What it means, in words.</param>
    public ActionException(string? message)
        : this(ActionErrors.Failed, message: message)
    {
    }

    /// <summary>Makes one for <see cref="ActionErrors.Failed"/>.</summary>
    /// <param name="message">What it means, in words.</param>
    /// <param name="innerException">What led to it.</param>
    public ActionException(string? message, Exception? innerException)
        : base(message, innerException) => Error = ActionErrors.Failed;

    /// <summary>Makes one.</summary>
    /// <param name="error">The error, one that the flow declares.</param>
    /// <param name="message">What it means, in words; null for nothing.</param>
    public ActionException(string error, string? message)
        : base(message) => Error = error;

    /// <summary>The error.</summary>
    public string Error { get; }
}
