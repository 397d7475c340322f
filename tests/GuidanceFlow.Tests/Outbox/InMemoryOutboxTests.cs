using GuidanceFlow.Outbox;
using GuidanceFlow.Sessions;

namespace GuidanceFlow.Tests.Outbox;

/// <summary>What a store promises of its outbox.</summary>
public sealed class InMemoryOutboxTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly InMemorySessionStore _store = new();
    private int _turn;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Effects_AreGivenInTheirOrder_EachToOneClaimer()
    {
        await AddAsync("a", "1", "2");
        await AddAsync("b", "3");
        (await ClaimAsync()).ShouldBe("1");
        (await ClaimAsync()).ShouldBe("2");
        (await ClaimAsync("a")).ShouldBeNull();
        (await ClaimAsync("b")).ShouldBe("3");
        (await ClaimAsync()).ShouldBeNull();
        (await ClaimAsync("nobody")).ShouldBeNull();
    }

    [Fact]
    public async Task Claim_Ends_AndIsCounted()
    {
        await AddAsync("a", "1");
        (await ClaimItemAsync())!.Claims.ShouldBe(1);
        (await ClaimAsync(minutes: 4.99)).ShouldBeNull();
        (await ClaimItemAsync(minutes: 5))!.Claims.ShouldBe(2);
        await _store.CompleteOutboxAsync("1", Token);
        await _store.CompleteOutboxAsync("1", Token);
        (await ClaimAsync(minutes: 99)).ShouldBeNull();
        (await ReadAsync(isDead: false)).ShouldBeEmpty();
    }

    [Fact]
    public async Task PostponedEffect_ComesAgainAtItsTime_AndHoldsUpNobody()
    {
        await AddAsync("a", "1", "2");
        (await ClaimAsync()).ShouldBe("1");
        await _store.PostponeOutboxAsync("1", Noon.AddMinutes(1), "down", Token);
        (await ClaimAsync()).ShouldBe("2");
        (await ClaimAsync(minutes: 0.99)).ShouldBeNull();
        OutboxItem again = (await ClaimItemAsync(minutes: 1))!;
        (again.EffectId, again.Claims, again.Error).ShouldBe(("1", 2, "down"));
    }

    [Fact]
    public async Task EffectThatMayComeLaterOnly_ComesThen()
    {
        await AddAsync([new OutboxItem("1", "a", "x", default) { NotBefore = Noon.AddMinutes(3) }, new OutboxItem("2", "a", "x", default)]);
        (await ClaimAsync()).ShouldBe("2");
        (await ClaimAsync(minutes: 2)).ShouldBeNull();
        (await ClaimAsync(minutes: 3)).ShouldBe("1");
    }

    [Fact]
    public async Task MessagesOfASession_ComeOneAfterTheOther()
    {
        await AddAsync([Messages("1", "a"), Messages("2", "a"), new OutboxItem("3", "a", "x", default)]);
        await AddAsync([Messages("4", "b")]);
        (await ClaimAsync()).ShouldBe("1");
        (await ClaimAsync()).ShouldBe("3");
        (await ClaimAsync()).ShouldBe("4");
        (await ClaimAsync("a")).ShouldBeNull();
        await _store.PostponeOutboxAsync("1", Noon.AddMinutes(1), "down", Token);
        (await ClaimAsync("a")).ShouldBeNull();
        (await ClaimAsync("a", minutes: 1)).ShouldBe("1");
        await _store.BuryOutboxAsync("1", "dead", Token);
        (await ClaimAsync("a", minutes: 1)).ShouldBe("2");
    }

    [Fact]
    public async Task WhatGoesToADesk_ComesOneAfterTheOther()
    {
        await AddAsync([new OutboxItem("1", "a", OutboxItem.HandoffKind, default), new OutboxItem("2", "a", OutboxItem.RelayKind, default), new OutboxItem("3", "a", OutboxItem.WithdrawalKind, default)]);
        foreach (string next in new[] { "1", "2", "3" })
        {
            (await ClaimAsync()).ShouldBe(next);
            (await ClaimAsync()).ShouldBeNull();
            await _store.CompleteOutboxAsync(next, Token);
        }
    }

    [Fact]
    public async Task DeadLetter_IsNotGiven_UntilItIsRevived()
    {
        await AddAsync("a", "1", "2");
        await ClaimAsync();
        await _store.BuryOutboxAsync("1", "gone", Token);
        await _store.BuryOutboxAsync("1", "again", Token);
        await _store.PostponeOutboxAsync("1", Noon, "again", Token);
        (await ReadAsync(isDead: true)).ShouldBe(["1 gone"]);
        (await ReadAsync(isDead: false)).ShouldBe(["2 "]);
        (await ClaimAsync(minutes: 99)).ShouldBe("2");
        await _store.ReviveOutboxAsync("1", Token);
        await _store.ReviveOutboxAsync("2", Token);
        (await ClaimItemAsync(minutes: 99))!.Claims.ShouldBe(1);
        (await ReadAsync(isDead: true)).ShouldBeEmpty();
    }

    [Fact]
    public async Task EffectThatWasThereBefore_IsNotAddedAgain()
    {
        await AddAsync("a", "1");
        await ClaimAsync();
        await _store.CompleteOutboxAsync("1", Token);
        await AddAsync("a", "1", "2");
        (await ClaimAsync()).ShouldBe("2");
        (await ClaimAsync()).ShouldBeNull();
    }

    private static OutboxItem Messages(string id, string session) => new(id, session, OutboxItem.MessagesKind, default);

    private async Task<string?> ClaimAsync(string? session = null, double minutes = 0) => (await ClaimItemAsync(session, minutes))?.EffectId;

    private async Task<OutboxItem?> ClaimItemAsync(string? session = null, double minutes = 0) =>
        await _store.ClaimOutboxAsync(new OutboxClaim(session, Noon.AddMinutes(minutes), Noon.AddMinutes(minutes + 5)), Token);

    private async Task<string[]> ReadAsync(bool isDead) => [.. (await _store.ReadOutboxAsync(null, isDead, 0, 10, Token)).Select(item => $"{item.EffectId} {item.Error}")];

    private Task AddAsync(string session, params string[] effects) => AddAsync([.. effects.Select(id => new OutboxItem(id, session, "x", default))]);

    private async Task AddAsync(OutboxItem[] items) => (await _store.CommitAsync(
        new SessionCommit { Session = new StoredSession($"{items[0].SessionId}{_turn++}", "f", 1, 1, default), ExpectedTurn = 0, Reply = default, Journal = [], Outbox = items },
        Token)).ShouldBe(CommitResult.Committed);
}
