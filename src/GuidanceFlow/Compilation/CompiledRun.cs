using GuidanceFlow.Definitions;

namespace GuidanceFlow.Compilation;

/// <summary>Another flow, and what is given and kept.</summary>
/// <param name="Flow">Its id.</param>
/// <param name="With">What its inputs get; the slots are its own.</param>
/// <param name="Save">What is kept.</param>
/// <param name="Waits">Whether it asks anything.</param>
/// <param name="LeavesFallback">Whether it may leave a fallback to the flow that runs it.</param>
internal sealed record CompiledRun(string Flow, CompiledAssignment[] With, CompiledReturn[] Save, bool Waits, bool LeavesFallback);

/// <summary>A return and where it is kept.</summary>
/// <param name="Slot">The slot of the datum.</param>
/// <param name="Return">The slot of the other flow's datum.</param>
/// <param name="Name">The datum's name, for messages.</param>
/// <param name="Type">The type the value must have.</param>
/// <param name="IsSecret">Whether it is the answer to a sensitive question.</param>
internal readonly record struct CompiledReturn(int Slot, int Return, string Name, DataType Type, bool IsSecret);

/// <summary>What customers may say to any question instead of an answer.</summary>
/// <param name="Id">The author's id.</param>
/// <param name="Phrases">What they say, normalised.</param>
/// <param name="Run">The flow that deals with it; null where steps of the same flow do.</param>
/// <param name="First">The first step that deals with it, in <paramref name="Run"/> or in its own flow.</param>
internal sealed record CompiledInterrupt(string Id, Prompts.Localized<string[]> Phrases, CompiledRun? Run, int First)
{
    /// <summary>The id of the flow that goes on when it is asked for.</summary>
    /// <param name="owner">The id of the flow whose interrupt it is.</param>
    public string RunningIn(string owner) => Run?.Flow ?? owner;
}
