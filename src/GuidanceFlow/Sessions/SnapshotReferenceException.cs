namespace GuidanceFlow.Sessions;

/// <summary>A snapshot that names what its flow does not have, or contradicts itself.</summary>
internal sealed class SnapshotReferenceException(string message) : Exception(message);
