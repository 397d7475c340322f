namespace GuidanceFlow.Tests.Compilation;

/// <summary>What is certainly collected where.</summary>
public sealed class DefiniteAssignmentTests
{
    [Fact]
    public void Read_AfterTheQuestion_IsFine() =>
        Compiling.Findings(
            """
            { "flow": "test", "data": { "x": "text", "y": "text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "ask", "text": "?", "answer": "text", "save": "x", "fallback": { "goto": "bye" } },
            { "id": "b", "type": "say", "text": "{{ x }}" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBeEmpty();

    [Fact]
    public void Read_BehindAFallback_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "b" },"data": { "x": "text", "y": "text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "ask", "text": "?", "answer": "text", "save": "x" },
            { "id": "b", "type": "say", "text": "A{{ x }}{{ x.size }}" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(4,42): error GF0204: 'x' may not be collected yet when 'b' is reached. Write 'x ?? …' with a value for that case, or give the datum a 'default'.",
                "flow.json(4,49): error GF0204: 'x' may not be collected yet when 'b' is reached. Write 'x.size ?? …' with a value for that case, or give the datum a 'default'.",
            ]);

    [Fact]
    public void Read_WhereTheQuestionMayBeSkipped_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "bye" },"data": { "x": "text", "y": "text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "ask", "text": "?", "answer": "text", "save": "x", "when": "session.turn > 1" },
            { "id": "b", "type": "say", "text": "{{ x }}" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(4,41): error GF0204: 'x' may not be collected yet when 'b' is reached, for example on the way 'a' (skipped) → 'b'. Write 'x ?? …' with a value for that case, or give the datum a 'default'.",
            ]);

    [Fact]
    public void Read_OnOneOfTwoWays_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "bye" },"data": { "x": "text", "y": "text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "ask", "text": "?", "answer": "yes_no", "next": [ { "when": "answer", "goto": "b" }, { "goto": "c" } ] },
            { "id": "b", "type": "ask", "text": "?", "answer": "text", "save": "x" },
            { "id": "c", "type": "say", "text": "{{ x }}" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(5,41): error GF0204: 'x' may not be collected yet when 'c' is reached, for example on the way 'a' → 'c'. Write 'x ?? …' with a value for that case, or give the datum a 'default'.",
            ]);

    [Fact]
    public void Read_OfBothWays_IsFine() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "bye" },"data": { "x": "text", "y": "text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "ask", "text": "?", "answer": "yes_no", "next": [ { "when": "answer", "goto": "b" }, { "goto": "c" } ] },
            { "id": "b", "type": "ask", "text": "?", "answer": "text", "save": "x", "next": "d" },
            { "id": "c", "type": "set", "values": { "x": "'none'" } },
            { "id": "d", "type": "say", "text": "{{ x }}" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBeEmpty();

    [Fact]
    public void Read_ThatProvidesForAbsence_IsFine() =>
        Compiling.Findings(
            """
            { "flow": "test", "data": { "x": "text", "y": "text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "{{ x ?? 'none' }}{{ if x }}{{ x }}{{ end }}{{ x ? x : 'none' }}{{ x == null }}{{ if y && y.size > 1 }}{{ y }}{{ end }}" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBeEmpty();

    [Fact]
    public void Read_OfDefaultOptionalAndInput_IsFine() =>
        Compiling.Findings(
            """
            { "flow": "test", "inputs": { "i": "text" }, "data": { "d": { "type": "text", "default": "x" }, "o": { "type": "text", "optional": true } },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "{{ d }}{{ o }}{{ i }}" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBeEmpty();

    [Fact]
    public void Read_InTheOwnTextAndRetry_IsTooEarly_InTheRoutesNot() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "bye" },"data": { "x": "text", "y": "text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "ask", "text": "?", "answer": "text", "save": "x", "retry": { "texts": ["{{ x }}"] }, "next": [ { "when": "x == '1'", "goto": "bye" }, { "goto": "@next" } ] },
            { "id": "b", "type": "say", "text": "Hello." },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,98): error GF0204: 'x' may not be collected yet when 'a' is reached. Write 'x ?? …' with a value for that case, or give the datum a 'default'.",
            ]);

    [Fact]
    public void Set_SeesTheAssignmentsBeforeIt() =>
        Compiling.Findings(
            """
            { "flow": "test", "data": { "x": "text", "y": "text", "z": "text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "set", "values": {
              "y": "x",
              "x": "'1'",
              "z": "x"
            } },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(4,9): error GF0204: 'x' may not be collected yet when 'a' is reached. Write 'x ?? …' with a value for that case, or give the datum a 'default'.",
            ]);

    [Fact]
    public void Read_BehindALoop_IsReportedForTheListMayBeEmpty() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "bye" },"inputs": { "list": "list of text" },"data": { "x": "text", "y": "text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "each", "type": "each", "in": "list", "as": "item", "steps": [
              { "id": "a", "type": "ask", "text": "?", "answer": "text", "save": "x" },
              { "id": "b", "type": "say", "text": "{{ x }}" }
            ] },
            { "id": "c", "type": "say", "text": "{{ x }}" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(7,41): error GF0204: 'x' may not be collected yet when 'c' is reached, for example on the way 'each' → 'c'. Write 'x ?? …' with a value for that case, or give the datum a 'default'.",
            ]);

    [Fact]
    public void Read_InTheNextItem_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "bye" },"inputs": { "list": "list of text" },"data": { "x": "text", "y": "text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "each", "type": "each", "in": "list", "as": "item", "steps": [
              { "id": "a", "type": "say", "text": "{{ x }}" },
              { "id": "b", "type": "ask", "text": "?", "answer": "text", "save": "x" }
            ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(4,43): error GF0204: 'x' may not be collected yet when 'a' is reached, for example on the way 'each' → 'a'. Write 'x ?? …' with a value for that case, or give the datum a 'default'.",
            ]);

    [Fact]
    public void Collect_OfWhatAFailedItemMayLack_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "inputs": { "list": "list of text" },"data": { "x": "text", "names": "list of text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "each", "type": "each", "in": "list", "as": "item", "collect": { "names": "x" }, "on_failure": "next_item", "steps": [
              { "id": "a", "type": "ask", "text": "?", "answer": "text", "save": "x" }
            ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,84): error GF0204: 'x' may not be collected yet when 'each' is reached, for example on the way 'each' → 'a' (not understood) → 'each'. Write 'x ?? …' with a value for that case, or give the datum a 'default'.",
            ]);

    [Fact]
    public void Collect_OfWhatABreakMayLack_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "bye" },"inputs": { "list": "list of text" },"data": { "x": "text", "names": "list of text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "each", "type": "each", "in": "list", "as": "item", "collect": { "names": "x" }, "steps": [
              { "id": "z", "type": "say", "text": "Hello.", "next": [ { "when": "loop.last", "goto": "@break" }, { "goto": "@next" } ] },
              { "id": "a", "type": "ask", "text": "?", "answer": "text", "save": "x" }
            ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,84): error GF0204: 'x' may not be collected yet when 'each' is reached, for example on the way 'each' → 'z' → 'each'. Write 'x ?? …' with a value for that case, or give the datum a 'default'.",
            ]);

    [Fact]
    public void Collect_IsAssignedEvenForAnEmptyList() =>
        Compiling.Findings(
            """
            { "flow": "test", "inputs": { "list": "list of text" },"data": { "names": "list of text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "each", "type": "each", "in": "list", "as": "item", "collect": { "names": "item" }, "next": [ { "when": "names.size > 1", "goto": "bye" }, { "goto": "@next" } ], "steps": [
              { "id": "a", "type": "say", "text": "Hello." }
            ] },
            { "id": "b", "type": "say", "text": "{{ names.size }}" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBeEmpty();

    [Fact]
    public void Loop_ReadingWhatIsNotCollected_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "data": { "x": "text", "later": "list of text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "each", "type": "each", "in": "later", "as": "item", "when": "x == '1'", "where": "item == x", "order_by": "x", "steps": [
              { "id": "a", "type": "say", "text": "Hello." }
            ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,40): error GF0204: 'later' may not be collected yet when 'each' is reached. Write 'later ?? …' with a value for that case, or give the datum a 'default'.",
                "flow.json(3,71): error GF0204: 'x' may not be collected yet when 'each' is reached. Write 'x ?? …' with a value for that case, or give the datum a 'default'.",
                "flow.json(3,100): error GF0204: 'x' may not be collected yet when 'each' is reached. Write 'x ?? …' with a value for that case, or give the datum a 'default'.",
                "flow.json(3,117): error GF0204: 'x' may not be collected yet when 'each' is reached. Write 'x ?? …' with a value for that case, or give the datum a 'default'.",
            ]);

    [Fact]
    public void FailedItem_KeepsWhatWasAssignedBefore() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "d" },"inputs": { "list": "list of text" },"data": { "x": "text", "y": "text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "each", "type": "each", "in": "list", "as": "item", "next": "bye", "steps": [
              { "id": "a", "type": "set", "values": { "x": "item" }, "next": "@fail" }
            ] },
            { "id": "d", "type": "say", "text": "{{ x ?? '' }}" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBeEmpty();

    [Fact]
    public void Set_OfWhatIsNullWhenNothingIsCollected_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "data": { "a1": "text", "a2": "text", "a3": "text", "a4": "text", "later": "text", "maybe": { "type": "text", "optional": true } },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "set", "values": {
              "a1": "later ?? maybe",
              "a2": "later ?? null",
              "a3": "later ?? 'none'",
              "a4": "later ? later : 'none'",
              "maybe": "later ?? null"
            } },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(4,9): error GF0203: 'a1' is never null, but this value may be. Add '?? …' with a value for that case, or declare the datum optional.",
                "flow.json(5,9): error GF0203: 'a2' is never null, but this value may be. Add '?? …' with a value for that case, or declare the datum optional.",
            ]);

    [Fact]
    public void Loop_OverWhatIsNullWhenNothingIsCollected_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "data": { "later": "list of text", "maybe": { "type": "list of text", "optional": true } },
            "stages": [ { "id": "all", "steps": [
            { "id": "one", "type": "each", "in": "later ?? maybe", "as": "one_item", "steps": [
              { "id": "a", "type": "say", "text": "Hello." }
            ] },
            { "id": "two", "type": "each", "in": "later ?? []", "as": "two_item", "steps": [
              { "id": "b", "type": "say", "text": "Hello." }
            ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,38): error GF0203: This list may be null. Add '?? []'.",
            ]);

    [Fact]
    public void Evidence_OnRegularWays_IsFine_FallbacksAreExcused() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "file" },"data": { "x": "text", "y": "text" },"tickets": { "line": { "queue": "q", "respond_within": "PT1H", "subject": "s", "body": "b", "evidence": ["x"] } },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "ask", "text": "?", "answer": "text", "save": "x" },
            { "id": "file", "type": "ticket", "ticket": "line" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBeEmpty();

    [Fact]
    public void Evidence_MissingOnARegularWay_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "file" },"data": { "x": "text", "y": "text" },"tickets": { "line": { "queue": "q", "respond_within": "PT1H", "subject": "s", "body": "b", "evidence": ["x"] } },
            "stages": [ { "id": "all", "steps": [
            { "id": "z", "type": "ask", "text": "?", "answer": "yes_no", "next": [ { "when": "answer", "goto": "a" }, { "goto": "file" } ] },
            { "id": "a", "type": "ask", "text": "?", "answer": "text", "save": "x" },
            { "id": "file", "type": "ticket", "ticket": "line" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(5,45): error GF0305: The ticket 'line' needs 'x', which is not collected on every way to 'file', for example on the way 'z' → 'file'. Ask for it before, or take it out of the evidence.",
            ]);

    [Fact]
    public void Evidence_OfASkippedQuestion_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "file" },"data": { "x": "text", "y": "text" },"tickets": { "line": { "queue": "q", "respond_within": "PT1H", "subject": "s", "body": "b", "evidence": ["x"] } },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "ask", "text": "?", "answer": "text", "save": "x", "when": "session.turn > 1" },
            { "id": "file", "type": "ticket", "ticket": "line" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(4,45): error GF0305: The ticket 'line' needs 'x', which is not collected on every way to 'file', for example on the way 'a' (skipped) → 'file'. Ask for it before, or take it out of the evidence.",
            ]);

    [Fact]
    public void Evidence_CollectedInALoop_IsReportedForTheListMayBeEmpty() =>
        Compiling.Findings(
            """
            { "flow": "test", "inputs": { "list": "list of text" },"data": { "x": "text", "y": "text" },"tickets": { "line": { "queue": "q", "respond_within": "PT1H", "subject": "s", "body": "b", "evidence": ["x"] } },
            "stages": [ { "id": "all", "steps": [
            { "id": "each", "type": "each", "in": "list", "as": "item", "on_failure": "next_item", "steps": [
              { "id": "a", "type": "ask", "text": "?", "answer": "text", "save": "x" }
            ] },
            { "id": "file", "type": "ticket", "ticket": "line" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(6,45): error GF0305: The ticket 'line' needs 'x', which is not collected on every way to 'file', for example on the way 'each' → 'file'. Ask for it before, or take it out of the evidence.",
            ]);

    [Fact]
    public void Evidence_OfTicketsReachedOnlyByFallbacks_IsExcused() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "file" },"data": { "x": "text", "y": "text" },"tickets": { "line": { "queue": "q", "respond_within": "PT1H", "subject": "s", "body": "b", "evidence": ["x"] } },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "ask", "text": "?", "answer": "yes_no", "next": "bye" },
            { "id": "file", "type": "ticket", "ticket": "line" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBeEmpty();

    [Fact]
    public void Evidence_BehindAFailedItem_IsExcused() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "file" },"inputs": { "list": "list of text" },"data": { "x": "text", "y": "text" },"tickets": { "line": { "queue": "q", "respond_within": "PT1H", "subject": "s", "body": "b", "evidence": ["x"] } },
            "stages": [ { "id": "all", "steps": [
            { "id": "each", "type": "each", "in": "list", "as": "item", "next": "bye", "steps": [
              { "id": "a", "type": "say", "text": "Hello.", "next": "@fail" }
            ] },
            { "id": "file", "type": "ticket", "ticket": "line" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBeEmpty();

    [Fact]
    public void TicketText_IsReportedAtTheTicket() =>
        Compiling.Findings(
            """
            { "flow": "test", "data": { "x": "text" },
            "tickets": { "line": { "queue": "q", "respond_within": "PT1H", "subject": "s", "body": "It is {{ x }}." } },
            "stages": [ { "id": "all", "steps": [
            { "id": "file", "type": "ticket", "ticket": "line" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(2,98): error GF0204: 'x' may not be collected yet when 'file' is reached. Write 'x ?? …' with a value for that case, or give the datum a 'default'.",
            ]);

    [Fact]
    public void Option_GoingOn_HasSaved() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "bye" },"data": { "x": "text", "y": "text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [ { "value": "p", "goto": "b" }, { "value": "q", "goto": "b" } ] }, "save": "x" },
            { "id": "b", "type": "say", "text": "{{ x }}" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBeEmpty();
}
