using GuidanceFlow.Testing;
using GuidanceFlow.Testing.GoldenFiles;

namespace GuidanceFlow.Cli.Tests;

public sealed class CommandLineAppTests
{
    [Theory]
    [InlineData("all")]
    [InlineData("validate")]
    [InlineData("test")]
    [InlineData("play")]
    [InlineData("strings")]
    [InlineData("diagram")]
    [InlineData("migrate")]
    public void Help_EndsWithExamples(string command)
    {
        Output output = CommandLine.Run(command == "all" ? ["--help"] : [command, "--help"]);

        output.Code.ShouldBe(0);
        output.Error.ShouldBeEmpty();
        Golden.Verify(output.Text, GoldenFile.Beside($"{nameof(CommandLineAppTests)}.Help_{command}"));
    }

    [Fact]
    public void Version_IsTheTools() => CommandLine.Run("--version").ShouldBe(new Output(0, "guidanceflow 0.1.0\n", string.Empty));

    [Theory]
    [InlineData(
        "",
        "error: A command is missing: one of validate, test, play, strings, diagram, migrate.\nRun 'guidanceflow --help' to see how it is used.\n")]
    [InlineData(
        "plya flow.json",
        "error: Unknown command 'plya'. Did you mean 'play'?\nRun 'guidanceflow --help' to see how it is used.\n")]
    [InlineData(
        "frobnicate",
        "error: Unknown command 'frobnicate'. Use one of validate, test, play, strings, diagram, migrate.\nRun 'guidanceflow --help' to see how it is used.\n")]
    [InlineData(
        "play",
        "error: Required argument missing for command: 'play'.\nRun 'guidanceflow play --help' to see how it is used.\n")]
    [InlineData(
        "play flow.json --jsn",
        "error: Unrecognized command or argument '--jsn'.\nRun 'guidanceflow play --help' to see how it is used.\n")]
    [InlineData(
        "play flow.json --locale",
        "error: Required argument missing for option: '--locale'.\nRun 'guidanceflow play --help' to see how it is used.\n")]
    [InlineData(
        "validate",
        "error: Required argument missing for command: 'validate'.\nRun 'guidanceflow validate --help' to see how it is used.\n")]
    [InlineData(
        "strings update flow.json more.json",
        "error: Unrecognized command or argument 'more.json'.\nRun 'guidanceflow strings update --help' to see how it is used.\n")]
    [InlineData(
        "strings",
        "error: Required command was not provided.\nRun 'guidanceflow strings --help' to see how it is used.\n")]
    public void WrongUsage_IsExplained(string args, string expected) =>
        CommandLine.Run(args.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ShouldBe(new Output(2, string.Empty, expected));
}
