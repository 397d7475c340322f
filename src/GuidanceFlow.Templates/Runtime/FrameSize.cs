namespace GuidanceFlow.Templates.Runtime;

/// <summary>How many variables and nested loops a template has.</summary>
internal readonly record struct FrameSize(int Locals, int Loops);
