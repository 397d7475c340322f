using GuidanceFlow.Commands;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Templates;
using GuidanceFlow.Tests.Compilation;

namespace GuidanceFlow.Tests.Engine;

/// <summary>Customers who are upset: an understanding word first, a person sooner.</summary>
public sealed class UpsetTests
{
    private static string Flow(string upset, string more = "") => $$$"""
        { "flow": "f", "inputs": { "who": "text" }, "data": { "lamp": "text", "note": { "type": "text", "optional": true } }, "fallback": { "goto": "lost" }, {{{upset}}}
          "stages": [ { "id": "s", "title": "S", "steps": [
            { "id": "lamp", "type": "ask", "text": "Which lamp, {{ session.upset }}?", "answer": { "type": "choice", "options": [ "green", "red", { "value": "damn", "label": "None, damn it" } ] }, "save": "lamp" },
            {{{more}}}
            { "id": "works", "type": "ask", "text": "Does it work ({{ lamp }})?", "answer": "yes_no", "next": [ { "when": "session.upset > 0", "goto": "kind" }, { "when": "session.turn > 90", "goto": "human" }, { "goto": "bye" } ] },
            { "id": "kind", "type": "end", "outcome": "resolved", "text": "Thank you for your patience." },
            { "id": "bye", "type": "end", "outcome": "resolved", "text": "Bye." },
            { "id": "human", "type": "ask", "text": "Shall somebody call you? {{ fallback.reason }} at {{ fallback.step }} ({{ fallback.unrecognised | array.join '/' }})", "answer": "yes_no" },
            { "id": "called", "type": "end", "outcome": "escalated" },
            { "id": "lost", "type": "end", "outcome": "unresolved", "text": "Lost: {{ fallback.reason }}." } ] } ] }
        """;

    private static readonly string Kind = Flow(""" "upset": { "words": [ "argh" ], "texts": [ "I am sorry, {{ who }}.", "I do understand." ], "goto": "human" }, """);

    private static FlowTalk New(string flow)
    {
        var talk = new FlowTalk(flow);
        talk.Start().ShouldBe(["Which lamp, 0?"]);
        return talk;
    }

    [Fact]
    public void FirstSign_IsMetWithAWord_ThenTheConversationGoesOn()
    {
        FlowTalk talk = New(Kind);
        talk.Say("this is ridiculous").ShouldBe(["I am sorry, Mia.", "Which lamp, 1?"]);
        talk.Turn.Events.ShouldContain(new TurnEvent(TurnEventKind.Upset, "lamp", "words"));
        talk.Turn.Result.ShouldBe(TurnResult.NoMatch);
        talk.Say("red").ShouldBe(["Does it work (red)?"]);
        talk.Say("yes").ShouldBe(["Thank you for your patience."]);
    }

    [Fact]
    public void SecondSign_LeadsToAPerson_WithWhatWasSaid()
    {
        FlowTalk talk = New(Kind);
        talk.Say("argh");
        talk.Say("WHY DOES NOBODY LISTEN").ShouldBe(["I do understand.", "Shall somebody call you? upset at lamp (argh/WHY DOES NOBODY LISTEN)"]);
        talk.Turn.Events.ShouldContain(new TurnEvent(TurnEventKind.Upset, "lamp", "shouting"));

        // Not again and again at each message, and no word is said twice.
        talk.Say("hmpf, ridiculous");
        talk.Session.Step!.Id.ShouldBe("human");
        talk.Session.State.Upset.ShouldBe(3);
        talk.Turn.Messages.Length.ShouldBe(1);
        talk.Turn.Events.ShouldNotContain(entry => entry.Kind == TurnEventKind.FellBack);

        // Who goes on complaining there comes to its fallback, and not to its beginning again.
        talk.Say("what a joke");
        talk.Say("shut up");
        talk.Turn.Messages[^1].Text.ShouldBe("Lost: attempts.");
    }

    [Fact]
    public void AnswersThatAreNotUnderstood_AreASign_FromTheSecondOn()
    {
        FlowTalk talk = New(Kind);
        talk.Say("mauve").ShouldBe(["Which lamp, 0?"]);
        talk.Say("beige").ShouldBe(["Which lamp, 1?"]);
        talk.Turn.Events.ShouldContain(new TurnEvent(TurnEventKind.Upset, "lamp", "unmatched"));

        // The attempts are over: that is what a person must know.
        talk.Say("pink").ShouldBe(["Lost: attempts."]);
    }

    [Fact]
    public void WordAfterAnswersThatWereNotUnderstood_LeadsToAPersonBeforeTheAttemptsAreOver()
    {
        FlowTalk talk = New(Kind.Replace("\"goto\": \"lost\" }, ", "\"attempts\": 9, \"goto\": \"lost\" }, ", StringComparison.Ordinal));
        talk.Say("mauve");
        talk.Say("beige").ShouldBe(["Which lamp, 1?"]);
        talk.Say("argh").ShouldBe(["I do understand.", "Shall somebody call you? upset at lamp (mauve/beige/argh)"]);
    }

    [Fact]
    public void AnswerThatIsUnderstood_IsKept_BeforeThePersonIsCalled()
    {
        FlowTalk talk = New(Kind);
        talk.Say("argh");
        talk.Say("it is the red one, argh");
        talk.Session.Data("lamp").ShouldBe(Value.From("red"));
        talk.Session.Step!.Id.ShouldBe("human");
        talk.Turn.Result.ShouldBe(TurnResult.Accepted);
        talk.Back().ShouldBe(["Which lamp, 2?"]);
    }

    [Fact]
    public void OptionThatHasTheWordInIt_AndCommands_AreNoSign()
    {
        FlowTalk talk = New(Kind);
        talk.Say("None, damn it").ShouldBe(["Does it work (damn)?"]);
        talk.Command(SessionCommand.Repeat);
        talk.Session.State.Upset.ShouldBe(0);
    }

    [Fact]
    public void Files_AreNoSign_WhateverTheyAreCalled()
    {
        Flow flow = FlowCompiler.Compile(FlowSource.FromText("f.json", """
            { "flow": "f", "fallback": { "goto": "bye" }, "upset": { "texts": [ "Sorry." ] }, "stages": [ { "id": "s", "steps": [
              { "id": "q", "type": "ask", "text": "A photo?", "answer": { "type": "attachment", "max": 3 } }, { "id": "more", "type": "ask", "text": "More?", "answer": "yes_no" }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """)).GetOrThrow();
        new Conversation(flow).Step(new AttachmentInput([new Attachment("DAMN IT ALL", AttachmentKind.Image), new Attachment("THE WORST SERVICE EVER!!!", AttachmentKind.Image)])).Said.ShouldBe(["More?"]);
    }

    [Fact]
    public void Signs_SurviveBack_AndRestart()
    {
        FlowTalk talk = New(Kind);
        talk.Say("argh");
        talk.Say("red");
        talk.Back().ShouldBe(["Which lamp, 1?"]);
        talk.Command(SessionCommand.Restart).ShouldBe(["Which lamp, 1?"]);
    }

    [Fact]
    public void FlowThatSaysNothingOfIt_HearsNothing()
    {
        FlowTalk talk = New(Flow(""));
        talk.Say("this is ridiculous, argh").ShouldBe(["Which lamp, 0?"]);
        talk.Say("this is a joke!!!").ShouldBe(["Which lamp, 0?"]);
        talk.Turn.Events.ShouldNotContain(entry => entry.Kind == TurnEventKind.Upset);
    }

    [Fact]
    public void FlowWithoutAGoto_OnlyCounts_AndFallsBackAsUsual()
    {
        FlowTalk talk = New(Flow(""" "upset": {}, """));
        talk.Say("fed up with this").ShouldBe(["Which lamp, 1?"]);
        talk.Say("this is a joke").ShouldBe(["Which lamp, 2?"]);
        talk.Say("shut up").ShouldBe(["Lost: attempts."]);
    }

    [Fact]
    public void InAFlowThatIsRun_TheSessionsOwnFlowDecides_AndLeadsOutOfIt()
    {
        var talk = new FlowTalk(
            Flow(""" "upset": { "words": [ "argh" ], "texts": [ "I am sorry, {{ who }}{{ note }} ({{ step.id }}, {{ stage.title }})." ], "after": 1, "goto": "human" }, """, """ { "id": "sub", "type": "run", "flow": "sub" }, """),
            """
            { "flow": "sub", "data": { "other": "text" }, "upset": { "texts": [ "Not me." ] }, "stages": [ { "id": "s", "title": "S", "steps": [
              { "id": "room", "type": "ask", "text": "Room?", "answer": "text", "save": "other" }, { "id": "out", "type": "end", "outcome": "resolved", "text": "{{ other }}" } ] } ] }
            """);
        talk.Start();
        talk.Say("red").ShouldBe(["Room?"]);
        talk.Say("argh").ShouldBe(["I am sorry, Mia (sub, S).", "Shall somebody call you? upset at room ()"]);
        talk.Session.State.Caller.ShouldBeNull();
    }

    [Fact]
    public void Word_IsSaidInTheLanguageOfTheSession_AndHeardInIt()
    {
        Flow flow = FlowCompiler.Compile(FlowSource.FromText(
            "f.json",
            """
            { "flow": "f", "locales": [ "en", "zh-CN" ], "fallback": { "goto": "bye" }, "upset": { "words": [ "argh" ], "texts": [ "Sorry." ] },
              "stages": [ { "id": "s", "steps": [ { "id": "q", "type": "ask", "text": "Is it on?", "answer": "yes_no" }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """).WithTranslation(TranslationSource.FromText(
            "f.zh-CN.json",
            """
            { "flow": "f", "locale": "zh-CN", "upset": { "words": { "of": "d0a8b5dd", "text": [ "哼" ] }, "texts.0": { "of": "cbfab003", "text": "抱歉。" } }, "steps": { "q": { "text": { "of": "6aded0ff", "text": "开了吗？" } } } }
            """))).GetOrThrow();
        var talk = new Conversation(flow, new StartRequest { SessionId = "s", Locale = "zh-CN" });
        talk.Say("气死了").Said.ShouldBe(["抱歉。", "开了吗？"]);
        new Conversation(flow, new StartRequest { SessionId = "s", Locale = "zh-CN" }).Say("哼").Said.ShouldBe(["抱歉。", "开了吗？"]);
    }

    [Theory]
    [InlineData(""" "upset": { "goto": "hman" } """, "flow.json(1,36): error GF0104: What is done for upset customers leads to 'hman': no such step. Use 'q' or 'bye'.")]
    [InlineData(""" "upset": { "after": 3 } """, "flow.json(1,28): error GF0003: Without a 'goto' nothing happens after so many signals. Add \"goto\": \"the id of a step\", or remove 'after'.")]
    [InlineData(""" "upset": { "texts": [ "{{ lamp }}" ] } """, "flow.json(1,43): error GF0204: 'lamp' may not be collected yet when a customer is upset. Write 'lamp ?? …' with a value for that case, or give the datum a 'default'.")]
    [InlineData(""" "upset": { "words": [ "!!" ] } """, "flow.json(1,39): error GF0007: '!!' holds no letter or digit, so that nobody can say it. Write words.")]
    [InlineData(""" "upset": { "word": [ "x" ] } """, "flow.json(1,28): error GF0003: Unknown member 'word' in what is done for upset customers. Did you mean 'words'?")]
    public void Mistake_IsReportedAtItsPlace(string upset, string finding) => Compiling.Findings(
        $$"""{ "flow": "f", {{upset}}, "data": { "lamp": "text" }, "fallback": { "goto": "bye" }, "stages": [ { "id": "s", "steps": [ { "id": "q", "type": "ask", "text": "?", "answer": "text", "save": "lamp" }, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }""")
        .ShouldContain(finding);

    [Fact]
    public void Denial_ByAnUpsetCustomer_LeadsToThePersonToo()
    {
        Flow flow = FlowCompiler.Compile(FlowSource.FromText("f.json", """
            { "flow": "f", "fallback": { "goto": "bye" }, "upset": { "after": 1, "goto": "human" }, "stages": [ { "id": "s", "steps": [
              { "id": "q", "type": "ask", "text": "Which?", "answer": { "type": "choice", "options": [ "red", "green" ] }, "confirm": "{{ answer }}?" },
              { "id": "bye", "type": "end", "outcome": "resolved" }, { "id": "human", "type": "end", "outcome": "escalated" } ] } ] }
            """)).GetOrThrow();
        new Conversation(flow).Say("red", "no").At.ShouldBe("q");
        new Conversation(flow).Say("red", "no, damn it").At.ShouldBe("human");
    }

    [Theory]
    [InlineData("an interrupt asks, too, but what leads out of it is its question", null, """
        "upset": { "goto": "human" }, "interrupts": { "i": { "phrases": [ "price" ], "steps": [ { "id": "ia", "type": "ask", "text": "?", "answer": "yes_no" } ] } }
        """, """
        { "id": "set", "type": "set", "values": { "lamp": "'x'" } }, { "id": "q", "type": "ask", "text": "?", "answer": "yes_no", "next": "bye" }, { "id": "human", "type": "end", "outcome": "escalated", "text": "{{ lamp }}" }
        """)]
    [InlineData("being upset is no way out of a circle of fallbacks", "GF0304", """
        "upset": { "goto": "human" }
        """, """
        { "id": "q", "type": "ask", "text": "?", "answer": "yes_no", "fallback": { "goto": "r" } }, { "id": "r", "type": "ask", "text": "?", "answer": "yes_no", "fallback": { "goto": "q" }, "next": "bye" }, { "id": "human", "type": "end", "outcome": "escalated" }
        """)]
    [InlineData("nor is it an end of a conversation", "GF0302", """
        "upset": { "goto": "human" }
        """, """
        { "id": "q", "type": "ask", "text": "?", "answer": "yes_no", "next": "q" }, { "id": "human", "type": "end", "outcome": "escalated" }
        """)]
    [InlineData("evidence is excused where the conversation broke off", null, """
        "upset": { "goto": "human" }, "tickets": { "t": { "queue": "q", "respond_within": "PT1H", "subject": "s", "body": "b", "evidence": [ "lamp" ] } }
        """, """
        { "id": "q", "type": "ask", "text": "?", "answer": "text", "save": "lamp", "next": "bye" }, { "id": "human", "type": "ticket", "ticket": "t", "text": "Filed." }
        """)]
    public void WaysOfUpsetCustomers_AreCheckedForWhatTheyAre(string reason, string? code, string members, string steps)
    {
        string[] findings = Compiling.Findings(
            $$"""{ "flow": "f", "data": { "lamp": "text" }, "fallback": { "goto": "bye" }, {{members}}, "stages": [ { "id": "s", "steps": [ {{steps}}, { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }""");
        findings.Select(finding => finding.Split("error ")[^1][..6]).Distinct().ShouldBe(code is null ? [] : [code], reason);
    }

    [Fact]
    public void StepsThatOnlyUpsetCustomersComeTo_AreReached_ButMayNotRelyOnWhatIsCollected()
    {
        Compiling.Findings(
            """
            { "flow": "f", "data": { "lamp": "text" }, "fallback": { "goto": "bye" }, "upset": { "goto": "human" }, "stages": [ { "id": "s", "steps": [
              { "id": "q", "type": "ask", "text": "?", "answer": "text", "save": "lamp" }, { "id": "bye", "type": "end", "outcome": "resolved" },
              { "id": "human", "type": "end", "outcome": "escalated", "text": "{{ lamp }}" } ] } ] }
            """).ShouldHaveSingleItem().ShouldContain("GF0204: 'lamp' may not be collected yet when 'human' is reached");
    }
}
