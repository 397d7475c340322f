using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Engine;

/// <summary>What few turns have: it would make each of them larger.</summary>
internal sealed class RareParts
{
    public Value RowItem { get; set; }

    public Value OptionItem { get; set; }

    public required Value[] Offered { get; set; }

    public required StepAnswer[] Chosen { get; set; }

    public required Confirmation? Confirming { get; set; }

    public required string[] Secrets { get; set; }

    public required ActionFailure? Failure { get; set; }

    public string? Variant { get; set; }
}
