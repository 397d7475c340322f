using GuidanceFlow.Definitions;

namespace GuidanceFlow.Translations;

/// <summary>
/// Which steps, tickets and the like go by another id now: one is gone and one is new, and either a text of the one stands in the other,
/// or both are the only ones between the same neighbours.
/// </summary>
internal sealed class RenamedOwners
{
    private readonly HashSet<Owner> _gone;
    private readonly HashSet<Owner> _new;
    private readonly Dictionary<Owner, Owner?> _before = [];

    /// <param name="texts">The texts of the flow.</param>
    /// <param name="taken">Which entry each text has taken so far; the entries still have the keys they had.</param>
    /// <param name="present">The entries of the translation as it was.</param>
    public RenamedOwners(IReadOnlyList<FlowText> texts, IReadOnlyList<TranslationEntry?> taken, IEnumerable<TranslationEntry> present)
    {
        Owner[] now = [.. texts.Select(text => Owner.Of(text.Key)).Distinct()];
        Owner[] then = [.. present.Select(entry => Owner.Of(entry.Key)).Distinct()];
        _gone = [.. then.Except(now)];
        _new = [.. now.Except(then)];
        FromTexts(texts, taken);
        FromNeighbours(now, then);
    }

    /// <summary>The key a text would have had under its owner's id before; null when that is not known for sure.</summary>
    public TextKey? KeyBefore(TextKey key) => _before.GetValueOrDefault(Owner.Of(key)) is { } before ? key with { Id = before.Id } : null;

    private void FromTexts(IReadOnlyList<FlowText> texts, IReadOnlyList<TranslationEntry?> taken)
    {
        for (int i = 0; i < texts.Count; i++)
        {
            if (taken[i] is { } entry && entry.Key.Member == texts[i].Key.Member)
            {
                Add(Owner.Of(texts[i].Key), Owner.Of(entry.Key));
            }
        }
    }

    private void FromNeighbours(Owner[] now, Owner[] then)
    {
        Dictionary<(Owner?, Owner?), List<Owner>> gone = Between(then, _gone);
        foreach (((Owner?, Owner?) neighbours, List<Owner> added) in Between(now, _new))
        {
            if (added is [var owner] && gone.GetValueOrDefault(neighbours) is [var before])
            {
                Add(owner, before);
            }
        }
    }

    /// <summary>Notes where one came from; of two answers neither is sure.</summary>
    private void Add(Owner owner, Owner before)
    {
        if (_new.Contains(owner) && _gone.Contains(before) && owner.Part == before.Part)
        {
            _before[owner] = !_before.TryGetValue(owner, out Owner? known) || known == before ? before : null;
        }
    }

    /// <summary>Those among a list that are in a set, by the two others that they stand between.</summary>
    private static Dictionary<(Owner? Before, Owner? After), List<Owner>> Between(Owner[] owners, HashSet<Owner> set)
    {
        var between = new Dictionary<(Owner?, Owner?), List<Owner>>();
        Owner? before = null;
        List<Owner> run = [];
        foreach (Owner? owner in owners.Cast<Owner?>().Append(null))
        {
            if (owner is { } inner && set.Contains(inner))
            {
                run.Add(inner);
                continue;
            }

            between[(before, owner)] = run;
            (before, run) = (owner, []);
        }

        return between;
    }

    /// <summary>What texts belong to.</summary>
    private readonly record struct Owner(TextPart Part, string Id)
    {
        public static Owner Of(TextKey key) => new(key.Part, key.Id);
    }
}
