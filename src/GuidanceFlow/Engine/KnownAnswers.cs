using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Engine;

/// <summary>Answers known from the start, which are used once.</summary>
internal static class KnownAnswers
{
    /// <summary>Takes the answer to a step out of those that are known.</summary>
    public static bool TryTake(ref StepAnswer[] known, int step, out Value value)
    {
        for (int i = 0; i < known.Length; i++)
        {
            if (known[i].Step == step)
            {
                value = known[i].Value;
                known = [.. known.AsSpan(0, i), .. known.AsSpan(i + 1)];
                return true;
            }
        }

        value = default;
        return false;
    }
}
