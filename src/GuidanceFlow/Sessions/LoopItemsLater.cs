using GuidanceFlow.Templates;

namespace GuidanceFlow.Sessions;

/// <summary>The items of the loops as they are later on, by loop: those are written once.</summary>
internal sealed class LoopItemsLater
{
    private readonly Dictionary<int, Value[]> _items = [];

    public LoopItemsLater(EachFrame? loop) => Take(loop);

    public bool AreThose(EachFrame frame) => ReferenceEquals(Find(frame.Step), frame.Items);

    public Value[]? Find(int step) => _items.GetValueOrDefault(step);

    public void Take(EachFrame? loop)
    {
        for (; loop is not null; loop = loop.Outer)
        {
            _items[loop.Step] = loop.Items;
        }
    }
}
