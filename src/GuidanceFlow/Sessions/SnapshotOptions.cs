using GuidanceFlow.Answers;
using GuidanceFlow.Compilation;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Runtime;

namespace GuidanceFlow.Sessions;

/// <summary>Holds items of a snapshot that options are made from against the list of their question.</summary>
internal static class SnapshotOptions
{
    /// <summary>The list a question's options are made from; null for none.</summary>
    public static ListedOptions? ListedOf(Flow flow, int step) => flow.Nodes[step] is AskStep { Answer: OptionsSpec { Listed: { } listed } } ? listed : null;

    /// <summary>Whether the items are what the list is made of, as far as the flow tells.</summary>
    public static void Check(string step, ListedOptions listed, IReadOnlyList<Value> items)
    {
        StaticType type = listed.From.Type.Item ?? StaticType.Any;
        for (int i = 0; i < items.Count; i++)
        {
            if (!StoredItems.Fits(items[i], type))
            {
                throw new SnapshotReferenceException($"The snapshot's item {i} of the options of '{step}' must be {StoredItems.Wanted(type)}, but is {DataTypes.Describe(items[i])}.");
            }
        }
    }

    public static StepAnswer ChosenAt(Flow flow, int step, Value items)
    {
        string id = flow.Nodes[step].Id;
        if (ListedOf(flow, step) is not { } listed || !items.TryGetList(out ValueList? list))
        {
            throw new SnapshotReferenceException($"The snapshot's member 'chosen' must have a list of items for '{id}', whose options must be made from a list.");
        }

        Check(id, listed, [.. list]);
        return new StepAnswer(step, items);
    }
}
