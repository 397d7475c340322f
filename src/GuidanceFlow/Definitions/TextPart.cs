namespace GuidanceFlow.Definitions;

/// <summary>What a text of a flow belongs to.</summary>
public enum TextPart
{
    /// <summary>The flow itself.</summary>
    Flow,

    /// <summary>A stage.</summary>
    Stage,

    /// <summary>A step.</summary>
    Step,

    /// <summary>A ticket.</summary>
    Ticket,

    /// <summary>A knowledge entry.</summary>
    Knowledge,

    /// <summary>A template that others include.</summary>
    Partial,

    /// <summary>A command; its id is the command's word, such as <c>back</c>.</summary>
    Command,

    /// <summary>An interrupt.</summary>
    Interrupt,
}
