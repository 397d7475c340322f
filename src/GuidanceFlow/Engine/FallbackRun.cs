using GuidanceFlow.Compilation;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Engine;

/// <summary>A fallback on its way to the step or the loop that takes it.</summary>
internal sealed class FallbackRun(EvaluationContext context, List<TurnEvent> events)
{
    private EvaluationContext _context = context;

    // The one no ticket carries yet, for which the present one stands in.
    private FallbackInfo? _before;

    /// <summary>It goes on its way in another flow.</summary>
    public void GoOnIn(EvaluationContext context) => _context = context;

    /// <summary>It leaves its flow for one that waits.</summary>
    /// <param name="before">The one that no ticket carries yet, there.</param>
    public void LeftFor(FallbackInfo? before) => _before = before;

    /// <summary>Whether a fallback fired and nothing has taken it yet.</summary>
    public bool IsUnderWay { get; private set; }

    /// <summary>A fallback fires at a step; null for the start of the session.</summary>
    public void Fire(FallbackInfo info, FlowStep? at)
    {
        events.Add(new TurnEvent(TurnEventKind.FellBack, at?.Id, FallbackReasonNames.Of(info.Reason)));
        _before = _context.Fallback;
        _context.Fallback = info;
        IsUnderWay = true;
    }

    /// <summary>A step takes it: a ticket may carry it.</summary>
    public void TakenByStep() => IsUnderWay = false;

    /// <summary>A loop dealt with it: a later ticket is not about this, but still about what was before.</summary>
    public void TakenByLoop()
    {
        if (IsUnderWay)
        {
            _context.Fallback = _before;
            IsUnderWay = false;
        }
    }
}
