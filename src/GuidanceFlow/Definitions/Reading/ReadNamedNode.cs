namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads a member whose name the author chose; null (or a stand-in) when it was reported to be wrong.</summary>
internal delegate T? ReadNamedNode<out T>(ReadContext context, string name, int node);
