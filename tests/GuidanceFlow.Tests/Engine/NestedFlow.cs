using GuidanceFlow.Definitions;

namespace GuidanceFlow.Tests.Engine;

/// <summary>A flow that runs others in a loop, and has interrupts that ask, that do not, and that keep what they are given.</summary>
internal static class NestedFlow
{
    /// <summary>What customers may say to interrupt it.</summary>
    public static readonly string[] Phrases = ["outage", "what does it cost", "is the service down?", "call me something else"];

    public static Flow Make() => FlowCompiler.Compile(
    [
        FlowSource.FromText("tour.json",
            """
            { "flow": "tour", "data": { "name": "text", "up": { "type": "boolean", "optional": true }, "rooms": { "type": "list", "of": "text", "default": [] }, "room": { "type": "text", "default": "?" } },
              "fallback": { "goto": "lost" },
              "interrupts": {
                "is-it-down": { "phrases": [ "is the service down", "outage" ], "run": "status", "save": { "up": "up" } },
                "price": { "phrases": [ "what does it cost" ], "run": "prices" },
                "rename": { "phrases": [ "call me something else" ], "steps": [
                  { "id": "wants", "type": "ask", "text": "Really?", "answer": "yes_no", "fallback": { "attempts": 2, "goto": "kept" } },
                  { "id": "wanted", "type": "branch", "next": [ { "when": "answers['wants'] == true", "goto": "new-name" }, { "goto": "kept" } ] },
                  { "id": "new-name", "type": "ask", "text": "Which name?", "answer": "text", "save": "name", "next": "looks" },
                  { "id": "kept", "type": "end", "outcome": "unresolved", "text": "Then not." },
                  { "id": "looks", "type": "run", "flow": "status", "save": { "up": "up" } } ] } },
              "stages": [ { "id": "first", "title": "First", "steps": [
                { "id": "name", "type": "ask", "text": "Name?", "answer": "text", "save": "name" },
                { "id": "floors", "type": "each", "in": "['up', 'down']", "as": "floor", "collect": { "rooms": "floor + room" }, "on_failure": "next_item", "steps": [
                  { "id": "sub", "type": "run", "flow": "place", "with": { "floor": "floor" }, "save": { "room": "room" } },
                  { "id": "fine", "type": "ask", "text": "Fine, {{ name }}?", "answer": "yes_no" } ] },
                { "id": "more", "type": "ask", "text": "{{ rooms | array.join ',' }} {{ up }} Again?", "answer": "yes_no", "next": [ { "when": "answer", "goto": "name" }, { "goto": "bye" } ] },
                { "id": "bye", "type": "end", "outcome": "resolved" },
                { "id": "lost", "type": "end", "outcome": "unresolved" } ] } ] }
            """),
        FlowSource.FromText("place.json",
            """
            { "flow": "place", "inputs": { "floor": "text" }, "data": { "room": "text", "lamps": { "type": "integer", "default": 0 } }, "returns": [ "room" ],
              "interrupts": { "lamps": { "phrases": [ "how many lamps" ], "run": "prices" } },
              "stages": [ { "id": "s", "title": "Place", "steps": [
                { "id": "room", "type": "ask", "text": "Which room {{ floor }}?", "answer": { "type": "choice", "options": [ "kitchen", "bath" ] }, "save": "room" },
                { "id": "lamps", "type": "ask", "text": "Lamps?", "answer": { "type": "number", "integer": true, "min": 0, "max": 9 }, "save": "lamps" },
                { "id": "inner", "type": "run", "flow": "status", "when": "lamps > 1" },
                { "id": "done", "type": "end", "outcome": "resolved" } ] } ] }
            """),
        FlowSource.FromText("status.json",
            """
            { "flow": "status", "data": { "up": { "type": "boolean", "default": true } }, "returns": [ "up" ], "fallback": { "attempts": 2, "goto": "told" },
              "stages": [ { "id": "s", "title": "Status", "steps": [
                { "id": "sees", "type": "ask", "text": "Is it 'offline'?", "answer": "yes_no" },
                { "id": "since", "type": "ask", "text": "Since when?", "answer": { "type": "choice", "options": [ "today", "yesterday" ] } },
                { "id": "keep", "type": "set", "values": { "up": "answers['sees'] != true" } },
                { "id": "told", "type": "end", "outcome": "resolved", "text": "{{ up }}" } ] } ] }
            """),
        FlowSource.FromText("prices.json", """{ "flow": "prices", "stages": [ { "id": "s", "title": "Prices", "steps": [ { "id": "told", "type": "end", "outcome": "resolved", "text": "Nothing." } ] } ] }"""),
    ]).GetOrThrow();
}
