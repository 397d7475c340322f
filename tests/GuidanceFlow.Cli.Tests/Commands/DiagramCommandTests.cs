using GuidanceFlow.Testing;

namespace GuidanceFlow.Cli.Tests.Commands;

public sealed class DiagramCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WithoutAFormat_ItIsMermaid()
    {
        Output output = Diagram(CommandLine.Router);

        output.Code.ShouldBe(0);
        output.Error.ShouldBeEmpty();
        output.Text.ShouldBe(Diagram(CommandLine.Router, "--format", "mermaid").Text);
        Golden.Verify(output.Text, "mmd");
    }

    [Fact]
    public void Dot_IsForGraphviz()
    {
        Output output = Diagram(CommandLine.Router, "--format", "dot");

        output.Code.ShouldBe(0);
        output.Error.ShouldBeEmpty();
        Golden.Verify(output.Text, "dot");
    }

    [Theory]
    [InlineData("-o")]
    [InlineData("--output")]
    public void Output_GoesToAFile_AsUtf8WithLineFeeds(string option)
    {
        Diagram(CommandLine.Router, option, _folder.At("router.mmd")).ShouldBe(new Output(0, string.Empty, string.Empty));

        File.ReadAllBytes(_folder.At("router.mmd")).ShouldBe(System.Text.Encoding.UTF8.GetBytes(Diagram(CommandLine.Router).Text));
        File.ReadAllText(_folder.At("router.mmd")).ShouldNotContain('\r');
    }

    [Fact]
    public void OutputThatCannotBeWritten_IsWrongUsage()
    {
        Output output = Diagram(CommandLine.Router, "-o", _folder.At("gone", "router.mmd"));

        output.Code.ShouldBe(2);
        output.Text.ShouldBeEmpty();
        output.Error.ShouldStartWith($"error: '{Path.Combine("gone", "router.mmd")}' cannot be written: ");
    }

    [Fact]
    public void AnotherFormat_IsWrongUsage()
    {
        Output output = Diagram(CommandLine.Router, "--format", "svg");

        output.Code.ShouldBe(2);
        output.Text.ShouldBeEmpty();
        output.Error.ShouldStartWith("error: ");
        output.Error.ShouldContain("'svg'");
        output.Error.ShouldEndWith("Run 'guidanceflow diagram --help' to see how it is used.\n");
    }

    [Fact]
    public void AFlowWithErrors_IsNotDrawn_AndItsFindingsAreListed() =>
        Diagram(_folder.Write("a.json", "{ \"flow\": \"a\" \"stages\": [] }")).ShouldBe(new Output(
            1,
            string.Empty,
            "a.json(1,15): error GF0001: A comma is missing before this, between two members.\n"));

    [Fact]
    public void AFlowThatIsNotThere_CannotBeLoaded() =>
        Diagram(_folder.At("gone.json")).ShouldBe(new Output(3, string.Empty, "gone.json(1,1): error GF0002: There is no such file.\n"));

    private Output Diagram(params string[] args) => CommandLine.Run(["diagram", .. args]).In(_folder.Path);
}
