namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads a node; null (or a stand-in) when it was reported to be wrong.</summary>
internal delegate T? ReadNode<out T>(ReadContext context, int node);
