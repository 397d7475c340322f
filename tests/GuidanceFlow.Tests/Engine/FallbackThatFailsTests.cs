using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Tests.Engine;

/// <summary>Semantics, One turn 4: when a fallback fails as well, the flow's is taken before anything is refused.</summary>
public sealed class FallbackThatFailsTests
{
    private const string Head = """ "data": { "words": { "type": "list", "of": "text", "default": ["a", "0", "c"] } },""";

    private static readonly Flow Loop = Flows.Of(
        """
        { "id": "each", "type": "each", "in": "words", "as": "word", "on_failure": "next_item", "steps": [
          { "id": "tell", "type": "say", "text": "{{ if word == '0' }}{{ 'a' * 2000000 }}{{ end }}{{ word }}" },
          { "id": "ask", "type": "ask", "text": "{{ word }}?", "answer": "yes_no" } ] }
        """,
        Head);

    [Fact]
    public void An_item_that_fails_while_the_one_before_is_left_leads_to_the_flows_fallback()
    {
        var talk = new Conversation(Loop);
        talk.At.ShouldBe("ask");

        talk.Say("yes");

        talk.Turn.Result.ShouldBe(TurnResult.Accepted);
        talk.At.ShouldBe("left");
        talk.Ticket.Fallback!.Reason.ShouldBe(FallbackReason.Error);
        talk.Ticket.Fallback.Step.ShouldBe("ask");
        talk.Turn.Error!.Details.Length.ShouldBe(2);
    }

    [Fact]
    public void Three_answers_nobody_understands_still_end_in_a_ticket()
    {
        var talk = new Conversation(Loop);
        talk.Say("hm").Say("well").Say("who knows");
        talk.Session.Status.ShouldBe(SessionStatus.Ended);
        talk.Ticket.Fallback!.Reason.ShouldBe(FallbackReason.Error);
    }

    [Fact]
    public void A_start_without_id_inputs_or_known_answers_is_refused_and_never_throws() =>
        GuidanceEngine.Start(Loop, new StartRequest { SessionId = null!, Inputs = null!, Known = null! }, Conversation.Noon).Reason.ShouldBe(TurnReason.InvalidStart);
}
