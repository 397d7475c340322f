namespace GuidanceFlow.Tests.Compilation;

/// <summary>Steps never reached, ways without an end, and cycles that never wait.</summary>
public sealed class WayTests
{
    [Fact]
    public void Step_BehindAJump_IsNeverReached() =>
        Compiling.Findings(
            """
            { "flow": "test", "inputs": { "list": "list of text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "Hello.", "next": "bye" },
            { "id": "b", "type": "say", "text": "Hello." },
            { "id": "each", "type": "each", "in": "list", "as": "item", "steps": [
              { "id": "c", "type": "say", "text": "Hello." }
            ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(4,1): error GF0301: No way leads to 'b'. Route to it or take it out.",
                "flow.json(5,1): error GF0301: No way leads to 'each'. Route to it or take it out.",
                "flow.json(6,3): error GF0301: No way leads to 'c'. Route to it or take it out.",
            ]);

    [Fact]
    public void Step_ReachedOnlyByAFallback_IsReached() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "b" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "ask", "text": "?", "answer": "yes_no", "next": "bye" },
            { "id": "b", "type": "say", "text": "Hello." },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBeEmpty();

    [Fact]
    public void Step_ReachedOnlyWhenTheFirstTurnFails_IsReached() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "b" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "Hello.", "next": "bye" },
            { "id": "b", "type": "say", "text": "Hello." },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBeEmpty();

    [Fact]
    public void Steps_BehindTheLast_HaveNoEnd() =>
        Compiling.Findings(
            """
            { "flow": "test", "inputs": { "list": "list of text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "Hello." },
            { "id": "each", "type": "each", "in": "list", "as": "item", "when": "list.size > 1", "steps": [
              { "id": "b", "type": "say", "text": "Hello." }
            ] }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(4,1): error GF0302: Behind 'each' the flow is over, but the session is not. Go on to an 'end' step.",
            ]);

    [Fact]
    public void End_ThatMayBeSkipped_NeedsAnother() =>
        Compiling.Findings(
            """
            { "flow": "test",
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "Hello." },
            { "id": "bye", "type": "end", "outcome": "resolved", "when": "session.turn > 1" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(4,1): error GF0302: When 'bye' is skipped, nothing follows. Take its 'when' out or let another step follow.",
            ]);

    [Fact]
    public void Question_FromWhichNoAnswerEnds_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "bye" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "ask", "text": "?", "answer": "yes_no", "next": [ { "when": "answer", "goto": "b" }, { "goto": "bye" } ] },
            { "id": "b", "type": "ask", "text": "?", "answer": "yes_no", "next": "c" },
            { "id": "c", "type": "ask", "text": "?", "answer": "yes_no", "next": "b" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(4,1): error GF0302: No way from 'b' comes to an 'end' step. Route out of the cycle.",
                "flow.json(5,1): error GF0302: No way from 'c' comes to an 'end' step. Route out of the cycle.",
            ]);

    [Fact]
    public void WayWithoutAnEnd_IsReportedBesideOneThatRunsOut() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "d" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "ask", "text": "?", "answer": "yes_no", "next": [ { "when": "answer", "goto": "b" }, { "goto": "d" } ] },
            { "id": "b", "type": "ask", "text": "?", "answer": "yes_no", "next": "c" },
            { "id": "c", "type": "ask", "text": "?", "answer": "yes_no", "next": "b" },
            { "id": "d", "type": "say", "text": "Hello." }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(4,1): error GF0302: No way from 'b' comes to an 'end' step. Route out of the cycle.",
                "flow.json(5,1): error GF0302: No way from 'c' comes to an 'end' step. Route out of the cycle.",
                "flow.json(6,1): error GF0302: Behind 'd' the flow is over, but the session is not. Go on to an 'end' step.",
            ]);

    [Fact]
    public void FailedItem_ThatTheFallbackTakes_ComesToAnEnd() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "bye" },"inputs": { "list": "list of text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "each", "type": "each", "in": "list", "as": "item", "steps": [
              { "id": "a", "type": "say", "text": "Hello.", "next": "@fail" }
            ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBeEmpty();

    [Fact]
    public void Cycle_ThatNeverWaits_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test",
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "Hello." },
            { "id": "b", "type": "branch", "next": [ { "when": "session.turn > 1", "goto": "bye" }, { "goto": "a" } ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(4,1): error GF0303: From 'b' the flow goes round to 'a' without a question in between, and would never stop. Put an 'ask' into the cycle or route out of it.",
            ]);

    [Fact]
    public void Cycle_OfAStepToItself_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test",
            "stages": [ { "id": "all", "steps": [
            { "id": "b", "type": "branch", "next": [ { "when": "session.turn > 1", "goto": "bye" }, { "goto": "b" } ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,1): error GF0303: From 'b' the flow goes round to 'b' without a question in between, and would never stop. Put an 'ask' into the cycle or route out of it.",
            ]);

    [Fact]
    public void Cycle_WithAQuestion_IsFine() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "bye" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "Hello." },
            { "id": "b", "type": "ask", "text": "?", "answer": "yes_no", "next": [ { "when": "answer", "goto": "bye" }, { "goto": "a" } ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBeEmpty();

    [Fact]
    public void Cycle_ThroughASkippedQuestion_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "bye" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "Hello." },
            { "id": "b", "type": "ask", "text": "?", "answer": "yes_no", "when": "session.turn > 1" },
            { "id": "c", "type": "branch", "next": [ { "when": "session.turn > 2", "goto": "bye" }, { "goto": "a" } ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(5,1): error GF0303: From 'c' the flow goes round to 'a' without a question in between, and would never stop. Put an 'ask' into the cycle or route out of it.",
            ]);

    [Fact]
    public void Cycle_ThroughAQuestionThatHasNothingToOffer_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "b" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [ { "value": "x", "when": "session.turn > 1" } ] }, "next": "bye" },
            { "id": "b", "type": "say", "text": "Hello.", "next": "a" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,1): error GF0303: When 'a' has no option to offer, its fallback leads back to it without a question in between, and would never stop. Give it an option without 'when', or another fallback.",
            ]);

    [Fact]
    public void Cycle_ThroughAFallbackOfAQuestionThatAlwaysAsks_IsNoBusyOneButOfFallbacks() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "b" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [ { "value": "x", "when": "session.turn > 1" }, "y" ] }, "next": "bye" },
            { "id": "b", "type": "say", "text": "Hello.", "next": "a" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(["flow.json(3,1): error GF0304: A customer whom 'a' never understands goes round in circles: the fallback leads back to it. Let the fallback lead to a ticket or an end."]);

    [Fact]
    public void Cycle_ThroughAnOption_Waits() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "bye" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "Hello." },
            { "id": "b", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [ { "value": "again", "goto": "a" }, { "value": "stop", "goto": "bye" } ] } },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBeEmpty();

    [Fact]
    public void Loop_OverAList_IsNoCycle() =>
        Compiling.Findings(
            """
            { "flow": "test", "inputs": { "list": "list of text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "outer", "type": "each", "in": "list", "as": "outer_item", "steps": [
              { "id": "inner", "type": "each", "in": "list", "as": "inner_item", "steps": [
              { "id": "a", "type": "say", "text": "Hello." }
            ] },
              { "id": "b", "type": "say", "text": "Hello." }
            ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBeEmpty();

    [Fact]
    public void Cycle_InsideABody_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "inputs": { "list": "list of text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "each", "type": "each", "in": "list", "as": "item", "steps": [
              { "id": "a", "type": "say", "text": "Hello." },
              { "id": "b", "type": "branch", "next": [ { "when": "loop.last", "goto": "@next" }, { "goto": "a" } ] }
            ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(5,3): error GF0303: From 'b' the flow goes round to 'a' without a question in between, and would never stop. Put an 'ask' into the cycle or route out of it.",
            ]);

    [Fact]
    public void Cycle_FromABodyToItsLoop_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "inputs": { "list": "list of text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "each", "type": "each", "in": "list", "as": "item", "steps": [
              { "id": "a", "type": "say", "text": "Hello." },
              { "id": "b", "type": "branch", "next": [ { "when": "loop.last", "goto": "@break" }, { "goto": "each" } ] }
            ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(5,3): error GF0303: From 'b' the flow goes round to 'each' without a question in between, and would never stop. Put an 'ask' into the cycle or route out of it.",
            ]);

    [Fact]
    public void Cycle_FromBehindALoopToItsHead_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "inputs": { "list": "list of text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "each", "type": "each", "in": "list", "as": "item", "steps": [
              { "id": "a", "type": "say", "text": "Hello." }
            ] },
            { "id": "b", "type": "branch", "next": [ { "when": "session.turn > 1", "goto": "@next" }, { "goto": "each" } ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(6,1): error GF0303: From 'b' the flow goes round to 'each' without a question in between, and would never stop. Put an 'ask' into the cycle or route out of it.",
            ]);
}
