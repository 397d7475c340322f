namespace GuidanceFlow.Definitions;

/// <summary>What an attachment is.</summary>
public enum AttachmentKind
{
    /// <summary>A picture, such as a photo or a screenshot.</summary>
    Image,

    /// <summary>A film.</summary>
    Video,

    /// <summary>Something recorded to be heard.</summary>
    Audio,

    /// <summary>A text, a table, a log, or any other file.</summary>
    Document,
}
