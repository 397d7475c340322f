namespace GuidanceFlow.Sessions;

/// <summary>The words templates, snapshots and tickets use for a <see cref="FallbackReason"/>.</summary>
internal static class FallbackReasonNames
{
    public static string Of(FallbackReason reason) => reason switch
    {
        FallbackReason.Attempts => "attempts",
        FallbackReason.Error => "error",
        FallbackReason.NoOptions => "no_options",
        FallbackReason.Person => "person",
        FallbackReason.Confirm => "confirm",
        FallbackReason.Upset => "upset",
        FallbackReason.Silence => "silence",
        FallbackReason.Migration => "migration",
        _ => "item_failed",
    };

    public static FallbackReason? Parse(string name) => name switch
    {
        "attempts" => FallbackReason.Attempts,
        "error" => FallbackReason.Error,
        "no_options" => FallbackReason.NoOptions,
        "item_failed" => FallbackReason.ItemFailed,
        "person" => FallbackReason.Person,
        "confirm" => FallbackReason.Confirm,
        "upset" => FallbackReason.Upset,
        "silence" => FallbackReason.Silence,
        "migration" => FallbackReason.Migration,
        _ => null,
    };
}
