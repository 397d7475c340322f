using GuidanceFlow.Templates;

namespace GuidanceFlow.Sessions;

/// <summary>
/// The latest answers of a session, oldest first, one a step. Immutable. A long list shares its older part with the list it was made from: the first
/// one to append takes the free place behind it, any other one copies. Looking an answer up walks the list, and answering a step again copies it.
/// </summary>
/// <remarks>Safe to share between threads.</remarks>
internal readonly struct AnswerList
{
    // Shorter lists are arrays of their own length: a copy of so few costs nothing, and a waiting session has no free places.
    private const int LeastShared = 32;

    private readonly object? _items;
    private readonly int _count;

    private AnswerList(object items, int count)
    {
        _items = items;
        _count = count;
    }

    public int Count => _count;

    /// <summary>Makes a list that takes the array over; the caller must not change it any more.</summary>
    public static AnswerList Adopt(StepAnswer[] answers) => new(answers, answers.Length);

    public ReadOnlySpan<StepAnswer> AsSpan() => _items switch
    {
        StepAnswer[] answers => answers,
        Shared shared => shared.Answers.AsSpan(0, _count),
        _ => [],
    };

    /// <summary>The answer to a step; null when there is none.</summary>
    public Value Find(int step)
    {
        ReadOnlySpan<StepAnswer> answers = AsSpan();
        int index = IndexOf(answers, step);
        return index < 0 ? Value.Null : answers[index].Value;
    }

    /// <summary>The ids of the answered steps.</summary>
    public string[] StepsIn(Flow flow)
    {
        ReadOnlySpan<StepAnswer> answers = AsSpan();
        var ids = new string[answers.Length];
        for (int i = 0; i < ids.Length; i++)
        {
            ids[i] = flow.Nodes[answers[i].Step].Id;
        }

        return ids;
    }

    /// <summary>The list with an answer as the latest one; an earlier one to the same step goes.</summary>
    public AnswerList With(int step, Value value) => With(step, value, out _);

    /// <summary>The same; tells what it takes to undo it.</summary>
    public AnswerList With(int step, Value value, out UndoneAnswer undone)
    {
        var answer = new StepAnswer(step, value);
        ReadOnlySpan<StepAnswer> answers = AsSpan();
        int old = IndexOf(answers, step);
        undone = new UndoneAnswer(step, old, old < 0 ? Value.Null : answers[old].Value);
        if (old >= 0)
        {
            var moved = new StepAnswer[_count];
            answers[..old].CopyTo(moved);
            answers[(old + 1)..].CopyTo(moved.AsSpan(old));
            moved[^1] = answer;
            return Adopt(moved);
        }

        if (_count < LeastShared)
        {
            return Adopt([.. answers, answer]);
        }

        if (_items is Shared shared && shared.TryAppend(_count, answer))
        {
            return new AnswerList(shared, _count + 1);
        }

        var grown = new Shared(answers, _count + (_count / 2));
        grown.TryAppend(_count, answer);
        return new AnswerList(grown, _count + 1);
    }

    /// <summary>The list as it was before its latest answer.</summary>
    /// <param name="undone">What giving that answer told.</param>
    public AnswerList Without(UndoneAnswer undone)
    {
        ReadOnlySpan<StepAnswer> before = AsSpan()[..^1];
        return undone.Index < 0
            ? Adopt(before.ToArray())
            : Adopt([.. before[..undone.Index], new StepAnswer(undone.Step, undone.Value), .. before[undone.Index..]]);
    }

    private static int IndexOf(ReadOnlySpan<StepAnswer> answers, int step)
    {
        for (int i = answers.Length - 1; i >= 0; i--)
        {
            if (answers[i].Step == step)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Places that several lists start with.</summary>
    private sealed class Shared
    {
        private int _used;

        public Shared(ReadOnlySpan<StepAnswer> answers, int places)
        {
            Answers = new StepAnswer[places];
            answers.CopyTo(Answers);
            _used = answers.Length;
        }

        public StepAnswer[] Answers { get; }

        /// <summary>Takes the place behind the first ones; false when it is taken, or there is none.</summary>
        public bool TryAppend(int count, StepAnswer answer)
        {
            if (count == Answers.Length || Interlocked.CompareExchange(ref _used, count + 1, count) != count)
            {
                return false;
            }

            Answers[count] = answer;
            return true;
        }
    }
}
