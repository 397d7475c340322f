namespace GuidanceFlow.Tests.Compilation;

/// <summary>Targets, defaults and routes that are never taken.</summary>
public sealed class RouteTests
{
    [Fact]
    public void Target_OfARouteThatDoesNotExist_IsReportedWithASuggestion() =>
        Compiling.Findings(
            """
            { "flow": "test",
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "Hello.", "next": "reset-rooter" },
            { "id": "reset-router", "type": "say", "text": "Hello." },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,55): error GF0104: Route to 'reset-rooter': no such step. Did you mean 'reset-router'?",
            ]);

    [Fact]
    public void Target_ThatIsAStageOrATicket_SaysWhichStepIsMeant() =>
        Compiling.Findings(
            """
            { "flow": "test", "tickets": {
              "help": { "queue": "q", "respond_within": "PT1H", "subject": "s", "body": "b" },
              "unfiled": { "queue": "q", "respond_within": "PT1H", "subject": "s", "body": "b" } },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "Hello.", "next": "rest" },
            { "id": "b", "type": "say", "text": "Hello.", "next": "help" },
            { "id": "c", "type": "say", "text": "Hello.", "next": "unfiled" }
            ] }, { "id": "rest", "counted": false, "steps": [
            { "id": "open-ticket", "type": "ticket", "ticket": "help", "text": "Filed." },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(5,55): error GF0104: Route to 'rest': no such step. It is a stage; name its first step, 'open-ticket'.",
                "flow.json(6,55): error GF0104: Route to 'help': no such step. It is a ticket; name the step that files it, 'open-ticket'.",
                "flow.json(7,55): error GF0104: Route to 'unfiled': no such step. It is a ticket; add a step that files it, { \"type\": \"ticket\", \"ticket\": \"unfiled\", … }, and name that.",
            ]);

    [Fact]
    public void Target_NearToNothing_ListsTheFewThereAre() =>
        Compiling.Findings(
            """
            { "flow": "test",
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "Hello.", "next": "elsewhere" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,55): error GF0104: Route to 'elsewhere': no such step. Use 'a' or 'bye'.",
            ]);

    [Fact]
    public void Target_OfAnOptionAFallbackAndAStage_IsChecked() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "bie" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [ { "value": "x", "goto": "by" }, "y" ] }, "fallback": { "goto": "bey" } },
            { "id": "b", "type": "say", "text": "Hello." },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(1,41): error GF0104: Fallback to 'bie': no such step. Did you mean 'bye'?",
                "flow.json(3,109): error GF0104: Route to 'by': no such step. Did you mean 'b'?",
                "flow.json(3,148): error GF0104: Route to 'bey': no such step. Did you mean 'bye'?",
            ]);

    [Fact]
    public void Reserved_OutsideALoop_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test",
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "Hello.", "next": [ { "when": "session.turn > 9", "goto": "@break" }, { "when": "session.turn > 2", "goto": "@fail" }, { "when": "session.turn > 1", "goto": "@stop" }, { "goto": "@next" } ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,95): error GF0108: '@break' means something only inside an 'each' step. Name a step.",
                "flow.json(3,145): error GF0108: '@fail' means something only inside an 'each' step. Name a step.",
                "flow.json(3,194): error GF0104: Route to '@stop': no such target. Use '@next', or inside 'each' '@break' or '@fail'.",
            ]);

    [Fact]
    public void Reserved_InAFallbackOfTheFlow_IsNoStep() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "@next" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "ask", "text": "?", "answer": "yes_no" },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(1,41): error GF0104: Fallback to '@next': no such step. Use 'a' or 'bye'.",
            ]);

    [Fact]
    public void Jump_IntoALoop_IsReportedFromOutsideTheHeadAndAFallback() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "in" },"inputs": { "list": "list of text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "Hello.", "next": [ { "when": "session.turn > 1", "goto": "in" }, { "goto": "@next" } ] },
            { "id": "each", "type": "each", "in": "list", "as": "item", "next": "in", "steps": [
              { "id": "in", "type": "say", "text": "Hello." }
            ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(1,41): error GF0107: 'in' stands inside the loop 'each', and this way also comes from outside. Name a step outside loops.",
                "flow.json(3,95): error GF0107: 'in' stands inside the loop 'each', which is only entered at its head. Go to 'each' instead.",
                "flow.json(4,69): error GF0107: 'in' stands inside the loop 'each', which is only entered at its head. Go to 'each' instead.",
            ]);

    [Fact]
    public void Jump_FromAnInnerLoopToTheOuterBody_IsFine() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "bye" },"inputs": { "list": "list of text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "outer", "type": "each", "in": "list", "as": "outer_item", "steps": [
              { "id": "a", "type": "say", "text": "Hello." },
              { "id": "inner", "type": "each", "in": "list", "as": "inner_item", "steps": [
              { "id": "b", "type": "ask", "text": "?", "answer": "yes_no", "next": [ { "when": "answer", "goto": "a" }, { "goto": "@next" } ] }
            ] }
            ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBeEmpty();

    [Fact]
    public void Routes_WithoutADefault_AreReported() =>
        Compiling.Findings(
            """
            { "flow": "test",
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "Hello.", "next": [ { "when": "session.turn > 1", "goto": "bye" } ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,55): error GF0105: When no guard of 'a' is true, nothing is next. End the list with a route that has no 'when', for example { \"goto\": \"@next\" }.",
            ]);

    [Fact]
    public void Routes_EndingInAConstantTrue_HaveADefault() =>
        Compiling.Findings(
            """
            { "flow": "test",
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "Hello.", "next": [ { "when": "session.turn > 1", "goto": "bye" }, { "when": "true", "goto": "@next" } ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBeEmpty();

    [Fact]
    public void Routes_ThatAreNeverTaken_AreReported() =>
        Compiling.Findings(
            """
            { "flow": "test",
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "say", "text": "Hello.", "next": [
              { "when": "session.turn > 1", "goto": "bye" },
              { "when": " session.turn > 1 ", "goto": "b" },
              { "when": "false", "goto": "b" },
              { "goto": "b" },
              { "when": "session.turn > 2", "goto": "bye" },
              { "goto": "bye" }
            ] },
            { "id": "b", "type": "say", "text": "Hello." },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(5,3): error GF0106: The route to 'b' is never taken: whenever its guard is true, so is 'session.turn > 1' before it. Move it up, or change one of the guards.",
                "flow.json(6,3): error GF0106: The route to 'b' is never taken: its guard is always false. Take it out.",
                "flow.json(8,3): error GF0106: The route to 'bye' is never taken: a route before it always applies. Move it up or take it out.",
                "flow.json(9,3): error GF0106: The route to 'bye' is never taken: a route before it always applies. Move it up or take it out.",
            ]);

    [Fact]
    public void Next_OfAQuestionWhoseOptionsAllLeadOn_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "fallback": { "goto": "bye" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [ { "value": "x", "goto": "b" }, { "value": "y", "goto": "bye" } ] }, "next": "b" },
            { "id": "b", "type": "say", "text": "Hello." },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,161): error GF0106: The 'next' of 'a' is never taken: every option has a 'goto'. Take it out.",
            ]);

    [Fact]
    public void Fail_WithoutAnyFallback_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "inputs": { "list": "list of text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "each", "type": "each", "in": "list", "as": "item", "steps": [
              { "id": "a", "type": "say", "text": "Hello.", "next": "@fail" }
            ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(4,57): error GF0304: A failed item leads nowhere. Give the loop an 'on_failure', or the flow a 'fallback' with a 'goto'.",
            ]);

    [Fact]
    public void Question_WithoutAnyFallback_IsReported() =>
        Compiling.Findings(
            """
            { "flow": "test", "inputs": { "list": "list of text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "a", "type": "ask", "text": "?", "answer": "yes_no" },
            { "id": "each", "type": "each", "in": "list", "as": "item", "steps": [
              { "id": "b", "type": "ask", "text": "?", "answer": "yes_no" }
            ] },
            { "id": "c", "type": "ask", "text": "?", "answer": "yes_no", "fallback": { "attempts": 2 } },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBe(
            [
                "flow.json(3,1): error GF0304: When 'a' is not understood, nothing happens. Give the flow a 'fallback' with a 'goto', or the stage, or this step.",
                "flow.json(5,3): error GF0304: When 'b' is not understood, nothing happens. Give the flow a 'fallback' with a 'goto', or the stage, or this step.",
                "flow.json(7,1): error GF0304: When 'c' is not understood, nothing happens. Give the flow a 'fallback' with a 'goto', or the stage, or this step.",
            ]);

    [Fact]
    public void Question_RescuedByTheLoop_NeedsNoOtherFallback() =>
        Compiling.Findings(
            """
            { "flow": "test", "inputs": { "list": "list of text" },
            "stages": [ { "id": "all", "steps": [
            { "id": "each", "type": "each", "in": "list", "as": "item", "on_failure": "stop", "steps": [
              { "id": "a", "type": "ask", "text": "?", "answer": "yes_no" }
            ] },
            { "id": "bye", "type": "end", "outcome": "resolved" }
            ] } ] }
            """)
            .ShouldBeEmpty();
}
