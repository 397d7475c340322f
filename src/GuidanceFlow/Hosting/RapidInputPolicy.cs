using GuidanceFlow.Sessions;

namespace GuidanceFlow.Hosting;

/// <summary>What the builder was told of inputs that come while a turn is under way.</summary>
internal sealed record RapidInputPolicy(RapidInputs Value);
