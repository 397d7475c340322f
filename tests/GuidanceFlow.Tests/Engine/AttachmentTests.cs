using System.Text;
using GuidanceFlow.Definitions;
using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Tests.Engine;

/// <summary>Files as answers: the host keeps them, the session their references.</summary>
public sealed class AttachmentTests
{
    private static readonly Flow Photos = Asking("\"kinds\": [\"image\", \"video\"], \"max_size\": 0.5, \"max\": 2");

    private static Flow Asking(string members) => Flows.Of(
        $$"""
        { "id": "photo", "type": "ask", "text": "A photo?", "answer": { "type": "attachment", {{members}} }, "save": "photos", "fallback": { "attempts": 5 } },
        """ + """
        { "id": "said", "type": "say", "text": "{{ photos.size }}: {{ photos | array.join ' ' }}" },
        """ + Flows.YesNo("last"),
        "\"data\": { \"photos\": \"list of text\" },");

    private static AttachmentInput Sent(params Attachment[] attachments) => new(attachments.ToEquatableArray());

    private static Attachment Image(string reference, long size = 1) => new(reference, AttachmentKind.Image) { Size = size, Name = "p.jpg" };

    [Fact]
    public void Attachments_AreSavedAsTheirReferences()
    {
        Conversation talk = new Conversation(Photos).Step(Sent(Image("blob:1"), new Attachment("blob:2", AttachmentKind.Video)));
        talk.Session.Data("photos").ShouldBe(Conversation.Texts("blob:1", "blob:2"));
        talk.Said[0].ShouldBe("2: blob:1 blob:2");
        talk.Turn.Answer.ShouldBe(new ResolvedAnswer("[image: p.jpg] [video]", Conversation.Texts("blob:1", "blob:2"), "attached"));
        talk.Reread().Bytes.ShouldBe(talk.Bytes);
    }

    [Fact]
    public void Expectation_SaysWhatIsTaken()
    {
        Expectation expects = new Conversation(Photos).Where.Expects!;
        (expects.Type, expects.Min, expects.Max, expects.MaxSize).ShouldBe(("attachment", 1, 2, 500_000));
        expects.Kinds.ShouldBe(["image", "video"]);
        new Conversation(Asking("\"min\": 0")).Where.Expects!.MaxSize.ShouldBeNull();
    }

    [Theory]
    [InlineData(AttachmentKind.Document, 1, 1, "ref", TurnReason.WrongKind)]
    [InlineData(AttachmentKind.Image, 500_001, 1, "ref", TurnReason.TooBig)]
    [InlineData(AttachmentKind.Image, 500_000, 3, "ref", TurnReason.TooMany)]
    [InlineData(AttachmentKind.Image, 1, 0, "ref", TurnReason.TooFew)]
    [InlineData(AttachmentKind.Image, 1, 1, " ", TurnReason.Empty)]
    public void WhatDoesNotFit_IsInvalidWithTheReason(AttachmentKind kind, long size, int count, string reference, string reason)
    {
        Turn turn = new Conversation(Photos).Step(Sent([.. Enumerable.Range(0, count).Select(_ => new Attachment(reference, kind) { Size = size })])).Turn;
        (turn.Result, turn.Reason).ShouldBe((TurnResult.Invalid, reason));
    }

    [Fact]
    public void Reference_ThatIsLong_IsRefused() =>
        new Conversation(Photos).Step(Sent(Image(new string('x', 2_001)))).Turn.Reason.ShouldBe(TurnReason.TooLong);

    [Theory]
    [InlineData("skip")]
    [InlineData("I can't.")]
    [InlineData("跳过")]
    [InlineData("没有照片")]
    public void WhoHasNone_GoesOn_WhereNoneIsNeeded(string words)
    {
        new Conversation(Asking("\"min\": 0")).Say(words).Said[0].ShouldBe("0: ");
        new Conversation(Photos).Say(words).Turn.Reason.ShouldBe(TurnReason.TooFew);
    }

    [Fact]
    public void Words_AreNoAttachment_AndCommandsStayCommands()
    {
        new Conversation(Photos).Say("photo.jpg").Turn.Result.ShouldBe(TurnResult.NoMatch);
        new Conversation(Photos).Say("person").Turn.Command.ShouldBe(GuidanceFlow.Commands.SessionCommand.Person);
    }

    [Fact]
    public void Attachment_ToAnotherQuestion_IsNotUnderstood()
    {
        Conversation talk = new Conversation(Flows.Of(Flows.YesNo("q"))).Step(Sent(Image("x")));
        talk.Turn.Result.ShouldBe(TurnResult.NoMatch);
        talk.Session.Attempts.ShouldBe(1);
    }

    [Fact]
    public void Known_AreReferences() =>
        new Conversation(Photos, new StartRequest { SessionId = "s1", Known = Conversation.Named(("photo", Conversation.Texts("blob:1"))) }).At.ShouldBe("last");

    [Fact]
    public async Task Host_TakesThem_AndTheJournalKnowsThem()
    {
        var store = new InMemorySessionStore();
        var host = new GuidanceHost(new FlowCatalog([Photos]), store, new GuidanceFlow.Tickets.InMemoryTicketSink());
        await host.StartAsync("f", new StartRequest { SessionId = "s" }, cancellationToken: TestContext.Current.CancellationToken);
        TurnReply reply = await host.StepAsync("s", Sent(Image("blob:1", 12)), cancellationToken: TestContext.Current.CancellationToken);
        reply.Result.ShouldBe(TurnResult.Accepted);
        JournalEntry entry = (await store.ReadJournalAsync("s", TestContext.Current.CancellationToken))[1];
        entry.Attachments.ShouldBe([Image("blob:1", 12)]);
        Encoding.UTF8.GetString(JournalJson.Export([entry])).ShouldContain("\"attachments\":[{\"reference\":\"blob:1\",\"kind\":\"image\",\"size\":12,\"name\":\"p.jpg\"}]");
        JournalJson.Read(JournalJson.WriteForStore(entry)).Attachments.ShouldBe(entry.Attachments);
    }

    [Fact]
    public void Snapshot_WithOtherReferences_IsRefused()
    {
        string text = Encoding.UTF8.GetString(new Conversation(Photos).Step(Sent(Image("blob:1"))).Bytes).Replace("\"photo\":[\"blob:1\"]", "\"photo\":[1]", StringComparison.Ordinal);
        SessionSnapshot.Read(Photos, Encoding.UTF8.GetBytes(text)).Message.ShouldBe("The snapshot's answer to 'photo' must be a list of 1 to 2 references to attachments, but is a list.");
    }
}
