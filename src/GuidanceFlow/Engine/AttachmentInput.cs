using GuidanceFlow.Definitions;

namespace GuidanceFlow.Engine;

/// <summary>The customer sent files. To a question that takes none it is an answer that was not understood.</summary>
/// <param name="Attachments">The files, in order.</param>
public sealed record AttachmentInput(EquatableArray<Attachment> Attachments) : SessionInput;
