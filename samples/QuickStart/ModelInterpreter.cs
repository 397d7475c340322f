using GuidanceFlow.Engine;
using GuidanceFlow.Interpreters;
using GuidanceFlow.Templates;

namespace QuickStart;

/// <summary>Has a language model choose among the options. What it makes up is no option and counts as not understood.</summary>
/// <param name="complete">Sends a prompt to the model of your choice and gives its answer.</param>
internal sealed class ModelInterpreter(Func<string, CancellationToken, Task<string>> complete) : IAnswerInterpreter
{
    public async ValueTask<AnswerInterpretation> InterpretAsync(InterpretationRequest request, CancellationToken cancellationToken)
    {
        if (request.Expects.Type != "choice")
        {
            return AnswerInterpretation.NoMatch;
        }

        string options = string.Join('\n', request.Expects.Options.Select(option => $"{option.Value}: {option.Label}"));
        string chosen = await complete($"{request.Question}\n{options}\nCustomer: {request.Text}\nWhich one? Only the word before the colon, or 'none'.", cancellationToken);
        return AnswerInterpretation.Match(Value.From(chosen.Trim()), "model");
    }
}
