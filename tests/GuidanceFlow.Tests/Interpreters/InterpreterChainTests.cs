using GuidanceFlow.Commands;
using GuidanceFlow.Engine;
using GuidanceFlow.Interpreters;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Tests.Engine;

namespace GuidanceFlow.Tests.Interpreters;

/// <summary>semantics.md, "Interpreters of the host".</summary>
public sealed class InterpreterChainTests
{
    private const string Colours =
        """
        { "id": "colour", "type": "ask", "text": "Which colour?", "save": "colour", "answer": { "type": "choice", "options": [
          { "value": "red", "label": "Red" }, { "value": "green", "label": "Green" }, { "value": "violet", "label": "Violet" } ] } }
        """;

    private static readonly Flow Choice = Flows.Of(Colours, """ "data": { "colour": { "type": "text", "optional": true } }, """);

    private static readonly Flow Number = Flows.Of("""{ "id": "n", "type": "ask", "text": "How many?", "answer": { "type": "number", "min": 1, "max": 9, "check": "answer != 4" } }""");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static FakeInterpreter Nothing => new(AnswerInterpretation.NoMatch);

    private static FakeInterpreter Means(string value, string by = "model") => new(AnswerInterpretation.Match(Value.From(value), by));

    private static AnswerInterpreters InFront(params IAnswerInterpreter[] interpreters) => new() { InFront = [.. interpreters] };

    private static AnswerInterpreters Behind(params IAnswerInterpreter[] interpreters) => new() { Behind = [.. interpreters] };

    [Fact]
    public async Task What_an_interpreter_understands_is_the_answer_and_the_journal_says_who_did()
    {
        Interpreted session = await Interpreted.StartAsync(Choice, Behind(Means("green")));
        TurnReply reply = await session.SayAsync("like grass");

        (reply.Result, reply.Status).ShouldBe((TurnResult.Accepted, SessionStatus.Ended));
        JournalEntry entry = await session.LatestAsync();
        (entry.Raw, entry.Value, entry.By).ShouldBe(("like grass", Value.From("green"), "model"));
        session.Log.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_told_the_answer_and_the_question()
    {
        FakeInterpreter model = Nothing;
        Interpreted session = await Interpreted.StartAsync(Choice, Behind(model));
        await session.SayAsync(" Like grass, \ud800 please ");

        model.Asked.ShouldHaveSingleItem().ShouldBe(new InterpretationRequest
        {
            Text = " Like grass, \ufffd please ",
            Locale = "en",
            Expects = new Expectation("choice", [new("red", "Red"), new("green", "Green"), new("violet", "Violet")], null, null, null, 3),
            Question = "Which colour?",
            SessionId = "s",
            Turn = 1,
            FlowId = "f",
            Step = "colour",
            Now = session.Clock.GetUtcNow(),
        });
    }

    [Fact]
    public async Task Each_is_asked_in_order_and_only_while_nobody_has_matched()
    {
        FakeInterpreter first = Nothing, second = Means("red", "second"), third = Means("green", "third"), last = Means("violet", "last");
        Interpreted session = await Interpreted.StartAsync(Choice, new AnswerInterpreters { InFront = [first, second, third], Behind = [last] });
        await session.SayAsync("Green");

        (await session.LatestAsync()).By.ShouldBe("second");
        (first.Asked.Count, second.Asked.Count, third.Asked.Count, last.Asked.Count).ShouldBe((1, 1, 0, 0));
    }

    [Theory]
    [InlineData("green", "exact")]
    [InlineData("the green one, please", "contained")]
    [InlineData("the second one", "exact")]
    [InlineData("viloet", "approximate")]
    public async Task Behind_the_built_in_words_none_is_asked_about_what_they_match(string answer, string by)
    {
        FakeInterpreter inFront = Nothing, behind = Means("red");
        Interpreted session = await Interpreted.StartAsync(Choice, new AnswerInterpreters { InFront = [inFront], Behind = [behind] });
        await session.SayAsync(answer);

        (await session.LatestAsync()).By.ShouldBe(by);
        (inFront.Asked.Count, behind.Asked.Count).ShouldBe((1, 0));
    }

    [Theory]
    [InlineData("help", SessionCommand.Help)]
    [InlineData("Start over!", SessionCommand.Restart)]
    public async Task Commands_are_found_first(string text, SessionCommand command)
    {
        FakeInterpreter eager = Means("red");
        Interpreted session = await Interpreted.StartAsync(Choice, InFront(eager));
        await session.SayAsync(text);

        (await session.LatestAsync()).Command.ShouldBe(command);
        eager.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_exact_option_is_no_command_for_interpreters_either()
    {
        Flow flow = Flows.Of("""{ "id": "q", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [ { "value": "help" }, { "value": "other" } ] } }""");
        FakeInterpreter model = Means("other");
        Interpreted session = await Interpreted.StartAsync(flow, InFront(model));
        await session.SayAsync("help");

        (await session.LatestAsync()).Value.ShouldBe(Value.From("other"));
    }

    [Fact]
    public async Task A_value_that_does_not_fit_counts_as_not_understood_and_the_next_is_asked()
    {
        FakeInterpreter blue = Means("blue", "first"), truth = new(AnswerInterpretation.Match(Value.True, "second")), green = Means("green", "third");
        Interpreted session = await Interpreted.StartAsync(Choice, Behind(blue, truth, green));
        (await session.SayAsync("like grass")).Result.ShouldBe(TurnResult.Accepted);

        (await session.LatestAsync()).By.ShouldBe("third");
        session.Log.ShouldBe(Enumerable.Repeat("Debug: What the interpreter FakeInterpreter said of an answer in session s does not fit the question; it counts as not understood.", 2));
    }

    [Fact]
    public async Task Where_none_fits_the_answer_is_not_understood_by_anybody()
    {
        Interpreted session = await Interpreted.StartAsync(Choice, new AnswerInterpreters { InFront = [Means("blue")], Behind = [Means("grey")] });
        TurnReply reply = await session.SayAsync("like grass");

        (reply.Result, reply.Status, reply.Expects!.AttemptsLeft).ShouldBe((TurnResult.NoMatch, SessionStatus.Waiting, 2));
        JournalEntry entry = await session.LatestAsync();
        (entry.Raw, entry.Value, entry.By).ShouldBe(("like grass", Value.Null, null));
    }

    [Fact]
    public async Task Where_nobody_matches_the_first_that_says_more_decides()
    {
        var unsure = new FakeInterpreter(AnswerInterpretation.Ambiguous("unsure", "violet", "blue", "red", "violet"));
        var strict = new FakeInterpreter(AnswerInterpretation.Invalid("not_our_colour", "strict"));
        Interpreted session = await Interpreted.StartAsync(Choice, Behind(Nothing, unsure, strict));
        TurnReply reply = await session.SayAsync("like wine");

        reply.Result.ShouldBe(TurnResult.Ambiguous);
        reply.Candidates.ShouldBe([new ExpectedOption("violet", "Violet"), new ExpectedOption("red", "Red")]);
        (await session.LatestAsync()).By.ShouldBe("unsure");
        strict.Asked.Count.ShouldBe(1);

        Interpreted other = await Interpreted.StartAsync(Choice, Behind(strict, unsure));
        reply = await other.SayAsync("like wine");
        (reply.Result, reply.Reason).ShouldBe((TurnResult.Invalid, "not_our_colour"));
        JournalEntry entry = await other.LatestAsync();
        (entry.By, entry.Reason, entry.Value).ShouldBe(("strict", "not_our_colour", Value.Null));
    }

    [Fact]
    public async Task What_the_built_in_words_found_stands_between_those_in_front_and_behind()
    {
        var unsure = new FakeInterpreter(AnswerInterpretation.Ambiguous("unsure", "violet"));
        Interpreted behind = await Interpreted.StartAsync(Choice, Behind(unsure));
        (await behind.SayAsync("red or green")).Candidates.Select(option => option.Value).ShouldBe(["red", "green"]);
        unsure.Asked.Count.ShouldBe(1);

        Interpreted inFront = await Interpreted.StartAsync(Choice, InFront(unsure));
        (await inFront.SayAsync("red or green")).Candidates.Select(option => option.Value).ShouldBe(["violet"]);
    }

    [Fact]
    public async Task Candidates_of_which_none_fits_are_nothing()
    {
        Interpreted session = await Interpreted.StartAsync(Choice, Behind(new FakeInterpreter(AnswerInterpretation.Ambiguous("model", "blue", "grey")), new FakeInterpreter(AnswerInterpretation.Ambiguous("model"))));
        (await session.SayAsync("like the sky")).Result.ShouldBe(TurnResult.NoMatch);
        session.Log.Length.ShouldBe(2);
    }

    [Theory]
    [InlineData(12, TurnReason.TooLarge)]
    [InlineData(2.5, null)]
    [InlineData(4, TurnReason.Check)]
    public async Task A_number_out_of_bounds_or_that_fails_the_check_is_invalid_unless_another_finds_one_that_fits(double number, string? reason)
    {
        var far = new FakeInterpreter(AnswerInterpretation.Match(Value.From(number), "far"));
        Interpreted alone = await Interpreted.StartAsync(Number, Behind(far));
        TurnReply reply = await alone.SayAsync("as many as there are");
        (reply.Result, reply.Reason).ShouldBe((reason is null ? TurnResult.Accepted : TurnResult.Invalid, reason));

        Interpreted helped = await Interpreted.StartAsync(Number, Behind(far, new FakeInterpreter(AnswerInterpretation.Match(Value.From(3), "near"))));
        (await helped.SayAsync("as many as there are")).Result.ShouldBe(TurnResult.Accepted);
        (await helped.LatestAsync()).By.ShouldBe(reason is null ? "far" : "near");
    }

    [Fact]
    public async Task One_that_fails_is_logged_and_passed_over()
    {
        var throws = new FakeInterpreter((_, _) => throw new IOException("No line."));
        var cancels = new FakeInterpreter((_, _) => throw new TaskCanceledException("The request timed out."));
        var late = new FakeInterpreter((_, _) => throw new TimeoutException("No answer."));
        var nothing = new FakeInterpreter((_, _) => Task.FromResult<AnswerInterpretation>(null!));
        Interpreted session = await Interpreted.StartAsync(Choice, new AnswerInterpreters { InFront = [throws, cancels], Behind = [late, nothing, Means("green")] });
        (await session.SayAsync("like grass")).Result.ShouldBe(TurnResult.Accepted);

        (await session.LatestAsync()).By.ShouldBe("model");
        session.Log.ShouldBe(new[] { "No line.", "The request timed out.", "No answer.", "The interpreter returned null. Return AnswerInterpretation.NoMatch instead." }
            .Select(message => $"Warning: The interpreter FakeInterpreter failed on an answer in session s; it is passed over. ({message})"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_that_takes_too_long_is_logged_and_passed_over(bool heedsTheToken)
    {
        var never = new TaskCompletionSource<AnswerInterpretation>(TaskCreationOptions.RunContinuationsAsynchronously);
        CancellationToken told = default;
        var slow = new FakeInterpreter((_, cancellation) =>
        {
            told = cancellation;
            return heedsTheToken ? never.Task.WaitAsync(cancellation) : never.Task;
        });
        FakeInterpreter next = Means("green");
        Interpreted session = await Interpreted.StartAsync(Choice, Behind(slow, next));
        Task<TurnReply> reply = session.SayAsync("like grass");

        session.Clock.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromTicks(1));
        (reply.IsCompleted, next.Asked.Count, told.IsCancellationRequested).ShouldBe((false, 0, false));
        session.Clock.Advance(TimeSpan.FromTicks(1));
        (await reply).Result.ShouldBe(TurnResult.Accepted);
        told.IsCancellationRequested.ShouldBeTrue();
        session.Log.ShouldBe(["Warning: The interpreter FakeInterpreter took longer than 00:00:10 for an answer in session s; it is passed over."]);

        // What it says later is of no use to anybody.
        never.TrySetResult(AnswerInterpretation.Match(Value.From("red"), "late"));
        (await session.TurnsAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task The_limit_can_be_set_or_lifted()
    {
        var never = new TaskCompletionSource<AnswerInterpretation>(TaskCreationOptions.RunContinuationsAsynchronously);
        var slow = new FakeInterpreter((_, _) => never.Task);
        Interpreted quick = await Interpreted.StartAsync(Choice, new AnswerInterpreters { Behind = [slow], TimeLimit = TimeSpan.FromSeconds(1) });
        Task<TurnReply> first = quick.SayAsync("like grass");
        quick.Clock.Advance(TimeSpan.FromSeconds(1));
        (await first).Result.ShouldBe(TurnResult.NoMatch);

        Interpreted patient = await Interpreted.StartAsync(Choice, new AnswerInterpreters { Behind = [slow], TimeLimit = Timeout.InfiniteTimeSpan });
        Task<TurnReply> second = patient.SayAsync("like grass");
        patient.Clock.Advance(TimeSpan.FromDays(30));
        second.IsCompleted.ShouldBeFalse();
        never.SetResult(AnswerInterpretation.Match(Value.From("green"), "model"));
        (await second).Result.ShouldBe(TurnResult.Accepted);
    }

    [Fact]
    public async Task A_callback_that_throws_when_the_time_is_over_does_not_fail_the_turn()
    {
        var never = new TaskCompletionSource<AnswerInterpretation>();
        var careless = new FakeInterpreter((_, cancellation) =>
        {
            cancellation.Register(() => throw new InvalidOperationException("Careless."));
            return never.Task;
        });
        Interpreted session = await Interpreted.StartAsync(Choice, Behind(careless));
        Task<TurnReply> reply = session.SayAsync("like grass");
        session.Clock.Advance(TimeSpan.FromSeconds(10));
        (await reply).Result.ShouldBe(TurnResult.NoMatch);
        session.Log.Length.ShouldBe(2);
        session.Log[1].ShouldContain("Careless.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_cancels_the_wait_loses_nothing_and_makes_no_turn(bool heedsTheToken)
    {
        using var sender = new CancellationTokenSource();
        var never = new TaskCompletionSource<AnswerInterpretation>(TaskCreationOptions.RunContinuationsAsynchronously);
        var slow = new FakeInterpreter((_, cancellation) => heedsTheToken ? never.Task.WaitAsync(cancellation) : never.Task);
        FakeInterpreter next = Means("green");
        Interpreted session = await Interpreted.StartAsync(Choice, Behind(slow, next));
        Task<TurnReply> reply = session.Host.AnswerAsync("s", "like grass", "i1", cancellationToken: sender.Token);
        await sender.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => reply);
        (next.Asked.Count, await session.TurnsAsync()).ShouldBe((0, 1));
        session.Log.ShouldBeEmpty();
        never.SetResult(AnswerInterpretation.NoMatch);
        (await session.SayAsync("like grass", "i1")).Result.ShouldBe(TurnResult.Accepted);
    }

    [Fact]
    public async Task A_repeated_input_asks_nobody()
    {
        FakeInterpreter model = Means("green");
        Interpreted session = await Interpreted.StartAsync(Choice, InFront(model));
        TurnReply reply = await session.SayAsync("like grass", "i1");
        TurnReply again = await session.SayAsync("like grass", "i1");

        TurnReplyJson.Write(again).ShouldBe(TurnReplyJson.Write(reply));
        (model.Asked.Count, await session.TurnsAsync()).ShouldBe((1, 2));
    }

    [Fact]
    public async Task What_the_step_refuses_or_finds_empty_and_what_is_no_answer_is_nobodys_business()
    {
        FakeInterpreter model = Nothing;
        Interpreted session = await Interpreted.StartAsync(Choice, InFront(model));
        (await session.SayAsync("  ")).Reason.ShouldBe(TurnReason.Empty);
        (await session.Host.AnswerAsync("s", "x", expectedTurn: 7, cancellationToken: Token)).Reason.ShouldBe(TurnReason.Stale);
        (await session.Host.StepAsync("s", new CommandInput(SessionCommand.Repeat), cancellationToken: Token)).Result.ShouldBe(TurnResult.Accepted);
        (await session.Host.StepAsync("s", new LocaleInput("en"), cancellationToken: Token)).Result.ShouldBe(TurnResult.Accepted);
        (await session.Host.StepAsync("s", new AnswerInput("x") { Interpretation = new AnswerInterpretation(Value.From("red"), "button") }, cancellationToken: Token)).Result.ShouldBe(TurnResult.Accepted);
        (await session.SayAsync("x")).Reason.ShouldBe(TurnReason.Ended);
        model.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_secret_is_told_to_nobody_and_neither_are_files()
    {
        FakeInterpreter model = Nothing;
        Interpreted secret = await Interpreted.StartAsync(
            Flows.Of("""{ "id": "pin", "type": "ask", "sensitive": true, "text": "?", "answer": { "type": "number", "min": 1000 } }"""),
            new AnswerInterpreters { InFront = [model], Behind = [model] });
        (await secret.SayAsync("four times seven")).Result.ShouldBe(TurnResult.NoMatch);

        Interpreted files = await Interpreted.StartAsync(Choice, new AnswerInterpreters { InFront = [model], Behind = [model] });
        (await files.Host.StepAsync("s", new AttachmentInput([new Attachment("1", GuidanceFlow.Definitions.AttachmentKind.Image)]), cancellationToken: Token)).Result.ShouldNotBe(TurnResult.Accepted);
        model.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_options_can_be_interpreted_too()
    {
        Flow flow = Flows.Of("""{ "id": "q", "type": "ask", "text": "?", "answer": { "type": "choices", "options": ["a", "b", "c"] } }""");
        var both = new FakeInterpreter(AnswerInterpretation.Match(Value.From(ValueList.Create([Value.From("c"), Value.From("a")])), "model"));
        Interpreted session = await Interpreted.StartAsync(flow, Behind(both));
        (await session.SayAsync("the outer ones")).Result.ShouldBe(TurnResult.Accepted);
        (await session.LatestAsync()).Value.ShouldBe(Value.From(ValueList.Create([Value.From("a"), Value.From("c")])));

        Interpreted unsure = await Interpreted.StartAsync(flow, Behind(new FakeInterpreter(AnswerInterpretation.Ambiguous("model", "c", "d"))));
        (await unsure.SayAsync("the outer ones")).Candidates.Select(option => option.Value).ShouldBe(["c"]);
    }

    [Fact]
    public async Task An_answer_that_is_restated_can_be_confirmed_or_denied_by_interpretation()
    {
        Flow flow = Flows.Of(Colours.Replace("\"text\"", "\"confirm\": \"So {{ answers['colour'] }}?\", \"text\"", StringComparison.Ordinal), """ "data": { "colour": { "type": "text", "optional": true } }, """);
        var model = new FakeInterpreter((request, _) => Task.FromResult(request.Expects.Type == "yes_no"
            ? AnswerInterpretation.Match(Value.From(request.Text == "quite so"), "model")
            : AnswerInterpretation.Match(Value.From("green"), "model")));
        Interpreted session = await Interpreted.StartAsync(flow, Behind(model));

        (await session.SayAsync("like grass")).Expects!.Type.ShouldBe("yes_no");
        (await session.SayAsync("quite wrong")).Expects!.Type.ShouldBe("choice");
        (await session.SayAsync("violet")).Expects!.Type.ShouldBe("yes_no");
        (await session.SayAsync("no")).Expects!.Type.ShouldBe("choice");
        await session.SayAsync("like grass");
        (await session.SayAsync("quite so")).Status.ShouldBe(SessionStatus.Ended);

        (await session.LatestAsync()).Value.ShouldBe(Value.From("green"));
        model.Asked.Select(request => request.Text).ShouldBe(["like grass", "quite wrong", "like grass", "quite so"]);
    }

    [Fact]
    public void What_was_said_is_not_in_texts_for_logs()
    {
        AnswerInterpretation.Match(Value.From("green"), "model").ToString().ShouldBe("Match (model)");
        AnswerInterpretation.NoMatch.ToString().ShouldBe("no match");
        new InterpretationRequest { Text = "like grass", Locale = "en", Expects = new Expectation("text", default, null, null, null, 3), SessionId = "s", Turn = 1, FlowId = "f", Step = "q", Now = Conversation.Noon }
            .ToString().ShouldBe("an answer to 'q' of 'f' in session 's'");
    }

    [Fact]
    public async Task When_another_input_is_faster_the_answer_is_interpreted_again_for_the_question_that_is_asked_then()
    {
        Flow flow = Flows.Of(Colours + ", " + Flows.YesNo("sure"), """ "data": { "colour": { "type": "text", "optional": true } }, """);
        GuidanceHost? host = null;
        var model = new FakeInterpreter(async (request, cancellation) =>
        {
            if (request.Step != "colour")
            {
                return AnswerInterpretation.Match(Value.False, "model");
            }

            await host!.StepAsync("s", new AnswerInput("Red") { Interpretation = new AnswerInterpretation(Value.From("red"), "button") }, cancellationToken: cancellation);
            return AnswerInterpretation.Match(Value.From("green"), "model");
        });
        Interpreted session = await Interpreted.StartAsync(flow, Behind(model));
        host = session.Host;
        (await session.SayAsync("hm")).Status.ShouldBe(SessionStatus.Ended);

        model.Asked.Select(request => request.Step).ShouldBe(["colour", "sure"]);
        (await session.LatestAsync()).Value.ShouldBe(Value.False);
    }

    [Fact]
    public async Task A_question_that_fails_is_left_to_the_step()
    {
        Flow flow = Flows.Of(
            """{ "id": "q", "type": "ask", "text": "?", "answer": { "type": "choice", "options": [ { "value": "a", "label": "{{ word * (date.now.hour > 9 ? 2000000 : 1) }}" }, { "value": "b" } ] } }""",
            """ "data": { "word": { "type": "text", "default": "a" } }, """);
        FakeInterpreter model = Means("b");
        Interpreted session = await Interpreted.StartAsync(flow, InFront(model));
        session.Clock.Advance(TimeSpan.FromHours(1));
        TurnReply reply = await session.SayAsync("whatever");
        (reply.Result, reply.Status, reply.Tickets.Count).ShouldBe((TurnResult.NoMatch, SessionStatus.Ended, 1));
        reply.Error.ShouldNotBeNull();
        model.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_value_that_the_check_cannot_deal_with_does_not_fit()
    {
        Flow flow = Flows.Of("""{ "id": "q", "type": "ask", "text": "?", "answer": { "type": "number", "check": "(('a' * answer) | string.size) > 0" } }""");
        var model = new FakeInterpreter(AnswerInterpretation.Match(Value.From(2_000_000), "model"));
        Interpreted session = await Interpreted.StartAsync(flow, Behind(model, new FakeInterpreter(AnswerInterpretation.Match(Value.From(2), "other"))));
        (await session.SayAsync("lots")).Result.ShouldBe(TurnResult.Accepted);
        (await session.LatestAsync()).By.ShouldBe("other");
    }

    [Fact]
    public void Interpreters_are_checked_when_they_are_named()
    {
        Should.Throw<ArgumentNullException>(() => new AnswerInterpreters { InFront = [null!] });
        Should.Throw<ArgumentNullException>(() => new AnswerInterpreters { Behind = [null!] });
        Should.Throw<ArgumentOutOfRangeException>(() => new AnswerInterpreters { TimeLimit = TimeSpan.Zero });
        Should.Throw<ArgumentOutOfRangeException>(() => new AnswerInterpreters { TimeLimit = TimeSpan.FromSeconds(-5) });
        Should.Throw<ArgumentOutOfRangeException>(() => new AnswerInterpreters { TimeLimit = TimeSpan.FromDays(50) });
        new AnswerInterpreters().TimeLimit.ShouldBe(TimeSpan.FromSeconds(10));
    }
}
