using GuidanceFlow.Engine;
using GuidanceFlow.Interpreters;

namespace GuidanceFlow.Tests.Interpreters;

/// <summary>Says what a test wants and keeps what it was asked.</summary>
internal sealed class FakeInterpreter(Func<InterpretationRequest, CancellationToken, Task<AnswerInterpretation>> says) : IAnswerInterpreter
{
    private readonly List<InterpretationRequest> _asked = [];

    public FakeInterpreter(AnswerInterpretation says)
        : this((_, _) => Task.FromResult(says))
    {
    }

    public IReadOnlyList<InterpretationRequest> Asked => _asked;

    public async ValueTask<AnswerInterpretation> InterpretAsync(InterpretationRequest request, CancellationToken cancellationToken)
    {
        lock (_asked)
        {
            _asked.Add(request);
        }

        return await says(request, cancellationToken);
    }
}
