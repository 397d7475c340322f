using GuidanceFlow.Compilation;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Engine;

/// <summary>Which data and answers a turn has changed. Mostly that is one of each, for which nothing is allocated.</summary>
internal struct TurnChanges
{
    // One more than the number, so that nothing is the default.
    private int _firstSlot;
    private int _firstAnswer;
    private int _firstAnswerIndex;
    private Others? _others;

    public readonly bool AreNone => _firstSlot == 0 && _firstAnswer == 0;

    /// <summary>A datum changes.</summary>
    public void Note(int slot)
    {
        if (_firstSlot == 0)
        {
            _firstSlot = slot + 1;
        }
        else if (_firstSlot != slot + 1 && _others?.Slots.Contains(slot) != true)
        {
            (_others ??= new Others()).Slots.Add(slot);
        }
    }

    /// <summary>An answer was recorded.</summary>
    public void Note(UndoneAnswer answer)
    {
        if (_firstAnswer == 0)
        {
            (_firstAnswer, _firstAnswerIndex) = (answer.Step + 1, answer.Index);
        }
        else
        {
            (_others ??= new Others()).Answers.Add(answer);
        }
    }

    /// <summary>Whether all that changed is the answer to the question and the datum it saves.</summary>
    /// <param name="ask">The question.</param>
    /// <param name="index">Where the answer before it stood; −1 for none.</param>
    public readonly bool AreOf(AskStep ask, out int index)
    {
        index = _firstAnswerIndex;
        return _firstAnswer == ask.Index + 1 && _others is null && _firstSlot == ask.SaveSlot + 1;
    }

    /// <summary>The data that changed, as they were before the turn.</summary>
    public readonly UndoneValue[] ToValues(SessionState before) => _firstSlot == 0
        ? []
        : [new UndoneValue(_firstSlot - 1, before.Data[_firstSlot - 1]), .. (_others?.Slots ?? []).Select(slot => new UndoneValue(slot, before.Data[slot]))];

    /// <summary>The answers that were recorded, in that order, as they were just before.</summary>
    public readonly UndoneAnswer[] ToAnswers(SessionState before)
    {
        if (_firstAnswer == 0)
        {
            return [];
        }

        Value value = _firstAnswerIndex < 0 ? Value.Null : before.Answers.AsSpan()[_firstAnswerIndex].Value;
        return [new UndoneAnswer(_firstAnswer - 1, _firstAnswerIndex, value), .. _others?.Answers ?? []];
    }

    /// <summary>What changed beside the first of each.</summary>
    private sealed class Others
    {
        public List<int> Slots { get; } = [];

        public List<UndoneAnswer> Answers { get; } = [];
    }
}
