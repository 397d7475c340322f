using System.Diagnostics;
using System.Text;
using GuidanceFlow.Testing.GoldenFiles;

namespace GuidanceFlow.Cli.Tests;

/// <summary>
/// The command compiled to native code, as its package installs it, says what the command says. Needs <c>artifacts/native</c>, which <c>test.sh</c> publishes; skipped where it is missing
/// or older than the build, and fails there where <c>CI</c> is <c>true</c>.
/// </summary>
public sealed class NativeCommandTests : IDisposable
{
    private static readonly string _root = Path.GetFullPath(Path.Combine(GoldenFile.Beside("x").Directory, "..", ".."));
    private static readonly string _samples = Path.Combine(_root, "samples", "flows");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Samples_AreValid() => ShouldSayTheSame(string.Empty, "validate", _samples).Code.ShouldBe(0);

    [Fact]
    public void Mistakes_AreNamedWithTheirPlaces()
    {
        string flow = _folder.Write("flow.json", """
            { "flow": "f", "stages": [ { "id": "all", "steps": [
              { "id": "hello", "type": "say", "text": "{{ 'x' | string.uper }} {{ nobody }}", "next": [ { "when": "1 + 'a' > 2", "goto": "by" }, { "goto": "bye" } ] },
              { "id": "bye", "type": "end", "outcome": "resolved" } ] } ] }
            """);

        Output output = ShouldSayTheSame(string.Empty, "validate", flow);

        output.Code.ShouldBe(1);
        output.Error.ShouldContain("string.uper");
        output.Error.ShouldContain("'by'");
        output.Error.ShouldContain("nobody");
    }

    [Fact]
    public void Scenarios_OfBothLanguages_FollowTheirGoldenTranscripts() => ShouldSayTheSame(string.Empty, "test", _samples).Code.ShouldBe(0);

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void AConversation_IsTheSame(string locale)
    {
        string inputs = _folder.Write("inputs.json", """{ "customer": { "name": "Ann" }, "devices": [{ "name": "Lamp", "kind": "lamp" }] }""");

        ShouldSayTheSame(
            "1\nhelp\n帮助\n2\nback\n返回\n1\n1,250\n",
            "play",
            Path.Combine(_samples, "smart-home-setup", "smart-home-setup.json"),
            "--inputs",
            inputs,
            "--locale",
            locale);
    }

    [Fact]
    public void PlayingInJson_IsTheSame() =>
        ShouldSayTheSame("{\"start\":{}}\n{\"answer\":\"blue\"}\n{\"command\":\"back\"}\nnonsense\n", "play", CommandLine.Router, "--json");

    [Theory]
    [InlineData("mermaid")]
    [InlineData("dot")]
    public void Diagrams_AreTheSame(string format) => ShouldSayTheSame(string.Empty, "diagram", CommandLine.Router, "--format", format).Code.ShouldBe(0);

    [Fact]
    public void Help_IsTheSame() => ShouldSayTheSame(string.Empty, "play", "--help").Code.ShouldBe(0);

    private static Output ShouldSayTheSame(string input, params string[] arguments)
    {
        string command = Command();
        var start = new ProcessStartInfo(command, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var output = new Output(process.ExitCode, text, error.GetAwaiter().GetResult());

        output.ShouldBe(CommandLine.RunWith(input, arguments));
        output.Text.ShouldNotBeEmpty();
        return output;
    }

    private static string Command()
    {
        string command = Path.Combine(_root, "artifacts", "native", OperatingSystem.IsWindows() ? "GuidanceFlow.Cli.exe" : "GuidanceFlow.Cli");
        string? missing = !File.Exists(command) || File.Exists(Path.ChangeExtension(command, ".dll")) ? "artifacts/native has no native command."
            : File.GetLastWriteTimeUtc(command) < File.GetLastWriteTimeUtc(typeof(CommandLineApp).Assembly.Location) ? "artifacts/native is older than the build."
            : null;
        if (missing is not null)
        {
            missing += " './test.sh' makes it: 'dotnet publish src/GuidanceFlow.Cli --use-current-runtime --output artifacts/native'.";
            if (Environment.GetEnvironmentVariable("CI") == "true")
            {
                Assert.Fail(missing);
            }

            Assert.Skip(missing);
        }

        return command;
    }
}
