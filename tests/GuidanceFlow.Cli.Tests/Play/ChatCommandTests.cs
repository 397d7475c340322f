using GuidanceFlow.Cli.Play;
using GuidanceFlow.Engine;
using GuidanceFlow.Templates;

namespace GuidanceFlow.Cli.Tests.Play;

public sealed class ChatCommandTests
{
    [Theory]
    [InlineData("/advance 30s", 30)]
    [InlineData("/advance 10 m", 600)]
    [InlineData("/ADVANCE 2h", 7_200)]
    [InlineData("/advance 1d", 86_400)]
    [InlineData("/advance PT1M30S", 90)]
    [InlineData("/advance 0s", 0)]
    public void LengthsOfTime_ManyWays(string line, int seconds) => ChatCommand.Read(line).ShouldBe(new AdvanceRequest(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData("/advance")]
    [InlineData("/advance 10")]
    [InlineData("/advance -1m")]
    [InlineData("/advance 36501d")]
    [InlineData("/advance 1.5h")]
    [InlineData("/advance 99999999999999999999d")]
    [InlineData("/signal")]
    [InlineData("/signal paid {")]
    [InlineData("/signal paid 1} {")]
    [InlineData("/person")]
    [InlineData("/person {\"says\":1}")]
    [InlineData("/person {\"ends\":\"well\"}")]
    public void WhatIsNotRight_IsSaidSo(string line) => Should.Throw<RequestException>(() => ChatCommand.Read(line)).Message.ShouldNotBeEmpty();

    [Theory]
    [InlineData("yes")]
    [InlineData("/advanced 10m")]
    [InlineData("//advance 10m")]
    [InlineData("/help")]
    [InlineData("")]
    public void AllElse_IsNoCommand(string line) => ChatCommand.Read(line).ShouldBeNull();

    [Fact]
    public void Signals_AndPersons()
    {
        ChatCommand.Read("/signal paid").ShouldBe(new StepRequest(new SignalInput("paid", Value.Null)));
        ChatCommand.Read("/signal paid  20 ").ShouldBe(new StepRequest(new SignalInput("paid", Value.From(20))));
        ChatCommand.Read("/person I \"see\".").ShouldBe(new StepRequest(new PersonMessageInput("I \"see\".")));
        ChatCommand.Read("/person {\"by\":\"jo\",\"ends\":\"resolved\"}").ShouldBe(new StepRequest(new PersonEndInput(Sessions.SessionOutcome.Resolved) { By = "jo" }));
    }
}
