using GuidanceFlow.Definitions;

namespace GuidanceFlow.Tests.Replay;

/// <summary>A flow in which everything comes together that inputs can do to a session: actions and people inside flows that are run, secrets inside loops and interrupts, silence everywhere.</summary>
internal static class EverythingFlow
{
    private const string Main = """
        { "flow": "everything", "version": 3, "title": "Everything",
          "inputs": { "who": "text", "level": { "type": "integer", "default": 1 }, "devices": { "type": "list of text", "default": ["lamp", "plug"] } },
          "data": {
            "kind": { "type": "text", "optional": true }, "pin": { "type": "text", "optional": true }, "state": { "type": "text", "default": "unknown" }, "days": { "type": "integer", "optional": true },
            "works": { "type": "boolean", "optional": true }, "bad": { "type": "list of text", "default": [] }, "paid": { "type": "integer", "optional": true }, "since": { "type": "date", "optional": true }, "token": { "type": "text", "optional": true } },
          "signals": { "payment": "integer" },
          "actions": { "state.find": { "with": { "kind": "text" }, "returns": { "state": "text", "days": { "type": "integer", "optional": true }, "token": { "type": "text", "optional": true } }, "errors": [ "gone" ] } },
          "silence": { "remind_after": "PT5M", "texts": ["Still there, {{ who }}?"], "give_up_after": "PT2H", "goto": "hand" },
          "expiry": { "after": "P3D", "late": "skip" },
          "upset": { "texts": ["I am sorry."], "after": 2, "goto": "hand" },
          "tickets": { "team": { "queue": "q", "respond_within": "PT2H", "subject": "{{ kind ?? '?' }}", "body": "{{ state }}, {{ error.code ?? 'none' }}", "evidence": ["pin"] } },
          "fallback": { "goto": "hand" },
          "interrupts": {
            "price": { "phrases": [ "what does it cost" ], "steps": [ { "id": "free", "type": "say", "text": "Nothing, {{ who }}." } ] },
            "secret": { "phrases": [ "I have a code" ], "steps": [ { "id": "code", "type": "ask", "text": "Which code?", "answer": "text", "sensitive": true, "save": "token" } ] } },
          "stages": [
            { "id": "first", "title": "First", "steps": [
              { "id": "hello", "type": "say", "text": "Hello {{ who }}.", "variants": [ { "id": "short", "weight": 1, "text": "Hi." }, { "id": "again", "when": "level > 1", "text": "Again, {{ who }}." } ] },
              { "id": "kind", "title": "Kind", "type": "ask", "text": "Which one?", "answer": { "type": "choice", "options": [ { "value": "old", "label": "The old one" }, { "value": "new", "label": "The new one" }, "other" ] }, "save": "kind", "silence": { "remind_after": "PT4M", "late": "skip" }, "confirm": "So it is {{ answer }}?" },
              { "id": "date", "type": "ask", "text": "Since when?", "answer": "date", "save": "since", "silence": { "remind_after": "PT4M", "late": "skip" } },
              { "id": "pay", "type": "wait", "signal": { "name": "payment", "save": "paid" }, "timeout": { "after": "PT1H", "goto": "pin", "late": "skip" }, "silence": { "remind_after": "PT5M", "texts": [ "No payment yet.", "Still none." ], "give_up_after": "PT40M", "goto": "pin" }, "text": "Pay, please." },
              { "id": "pin", "type": "ask", "text": "PIN?", "answer": { "type": "text", "pattern": "[0-9 ]+" }, "sensitive": true, "save": "pin" },
              { "id": "find", "type": "call", "action": "state.find", "with": { "kind": "kind ?? '?'" }, "retries": { "times": 2, "after": "PT1M" }, "save": { "state": "state", "days": "days", "pin": "token" }, "text": "One moment.", "on_error": [ { "when": "error.code == 'gone'", "goto": "sub" }, { "goto": "file" } ] },
              { "id": "sub", "type": "run", "flow": "inner", "with": { "device": "kind" }, "save": { "works": "works" }, "next": [ { "when": "works == true", "goto": "rate" }, { "goto": "each" } ] },
              { "id": "each", "type": "each", "in": "devices", "as": "device", "collect": { "bad": "answers['blinks'] ? 'ok' : device" }, "steps": [
                { "id": "blinks", "type": "ask", "text": "Does the {{ device }} blink?", "answer": "yes_no" },
                { "id": "how", "type": "ask", "text": "How many times?", "answer": { "type": "number", "min": 0, "max": 9 } } ] } ] },
            { "id": "second", "title": "Second", "steps": [
              { "id": "photo", "type": "ask", "text": "A photo?", "answer": { "type": "attachment", "min": 0, "max": 2 } },
              { "id": "file", "type": "ticket", "ticket": "team", "text": "Filed: {{ ticket.reference }}" },
              { "id": "rate", "type": "ask", "text": "How was it?", "answer": { "type": "rating" }, "measure": "csat", "next": "bye" },
              { "id": "hand", "type": "handoff", "queue": "tier2", "respond_within": "PT10M", "text": "A colleague comes.", "situation": "{{ who }}: {{ state }}", "on_return": "rate", "timeout": { "after": "PT30M", "goto": "late", "late": "skip" }, "silence": { "remind_after": "PT8M", "texts": [ "They will be here soon, {{ who }}.", "Soon." ] } },
              { "id": "bye", "type": "end", "outcome": "resolved", "text": "Bye." },
              { "id": "late", "type": "end", "outcome": "escalated", "text": "Nobody came." } ] } ] }
        """;

    private const string Inner = """
        { "flow": "inner", "inputs": { "device": { "type": "text", "optional": true } }, "data": { "works": { "type": "boolean", "optional": true }, "secret": { "type": "text", "optional": true } },
          "returns": [ "works" ], "fallback": { "goto": "hand" },
          "actions": { "device.reset": { "with": { "device": "text" } } },
          "stages": [ { "id": "inside", "steps": [
            { "id": "kind", "type": "ask", "text": "Does it work?", "answer": "yes_no", "save": "works", "next": [ { "when": "answer", "goto": "done" }, { "goto": "word" } ] },
            { "id": "word", "type": "ask", "text": "The password?", "answer": "text", "sensitive": true, "save": "secret" },
            { "id": "reset", "type": "call", "action": "device.reset", "with": { "device": "device ?? 'it'" }, "on_error": "hand" },
            { "id": "wait", "type": "wait", "for": "PT2M", "text": "Wait two minutes." },
            { "id": "hand", "type": "handoff", "queue": "inner", "text": "A colleague.", "situation": "{{ device ?? '?' }}", "on_return": "done", "timeout": { "after": "PT20M", "goto": "done" } },
            { "id": "done", "type": "end", "outcome": "resolved" } ] } ] }
        """;

    public static Flow Flow { get; } = FlowCompiler.Compile([FlowSource.FromText("everything.json", Main), FlowSource.FromText("inner.json", Inner)]).GetOrThrow();
}
