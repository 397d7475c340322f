using GuidanceFlow.Prompts;

namespace GuidanceFlow.Engine;

/// <summary>The lists a turn fills, kept by thread and used again: a turn copies out what it has. A turn that fails keeps its lists.</summary>
internal static class TurnLists
{
    // Lists that one long turn has grown are not kept.
    private const int KeptCapacity = 64;

    [ThreadStatic]
    private static (List<Message> Messages, List<TurnEvent> Events)? t_free;

    public static (List<Message> Messages, List<TurnEvent> Events) Take()
    {
        (List<Message> Messages, List<TurnEvent> Events) lists = t_free ?? (new(4), new(16));
        t_free = null;
        return lists;
    }

    public static void GiveBack(List<Message> messages, List<TurnEvent> events)
    {
        if (messages.Capacity <= KeptCapacity && events.Capacity <= KeptCapacity)
        {
            messages.Clear();
            events.Clear();
            t_free = (messages, events);
        }
    }
}
