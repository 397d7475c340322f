namespace GuidanceFlow.Cli.Tests.Commands;

/// <summary>Which files an update takes, and what it leaves of them.</summary>
public sealed class StringsUpdateCommandTests : IDisposable
{
    private const string Flow =
        """
        { "flow": "hello", "locales": ["en", "zh", "zh-TW"], "stages": [ { "id": "all", "steps": [
            { "id": "bye", "type": "end", "outcome": "resolved", "text": "Bye." } ] } ] }
        """;

    private readonly TemporaryFolder _folder = new();

    public StringsUpdateCommandTests() => _folder.Write("hello.json", Flow);

    private string FlowPath => _folder.At("hello.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WithoutALanguage_AllFilesThereAreTaken_ListedByTheFlowOrNot()
    {
        Run("extract", FlowPath, "--locale", "zh");
        Run("extract", FlowPath, "--locale", "de");

        Output output = Run("update", FlowPath);

        (output.Code, output.Error).ShouldBe((0, string.Empty));
        output.Lines.Where(line => line.StartsWith("hello", StringComparison.Ordinal)).ShouldBe([
            "hello.zh.json: 1 to translate, 0 to look through, 0 found again, 0 set aside",
            "hello.de.json: 1 to translate, 0 to look through, 0 found again, 0 set aside",
        ]);
    }

    [Fact]
    public void ALanguageThatIsNamed_MustHaveAFile()
    {
        Run("extract", FlowPath, "--locale", "zh");

        Run("update", FlowPath, "--locale", "zh-TW").ShouldBe(new Output(2, string.Empty, "error: There is no hello.zh-TW.json. Make it with 'guidanceflow strings extract'.\n"));
    }

    [Fact]
    public void WithoutAnyFile_WhatToMakeIsSaid() =>
        Run("update", FlowPath).Error.ShouldStartWith("error: There is no hello.zh.json. Make it with 'guidanceflow strings extract'.\n");

    [Fact]
    public void TheFile_KeepsItsMode()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        Run("extract", FlowPath, "--locale", "zh");
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        SetMode(_folder.At("hello.zh.json"), Mode);
        _folder.Write("hello.json", Flow.Replace("Bye.", "Good bye.", StringComparison.Ordinal));

        Run("update", FlowPath).Code.ShouldBe(0);

        File.ReadAllText(_folder.At("hello.zh.json")).ShouldContain("Good bye.");
        ModeOf(_folder.At("hello.zh.json")).ShouldBe(Mode);
    }

    [Fact]
    public void AFileThatCannotTakeItsPlace_LeavesNothingBehind()
    {
        Directory.CreateDirectory(_folder.At("hello.zh.json"));

        Run("extract", FlowPath, "--locale", "zh").Code.ShouldNotBe(0);

        Directory.GetFiles(_folder.Path).ShouldBe([FlowPath]);
    }

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    private static UnixFileMode ModeOf(string path) => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path);

    private Output Run(params string[] args) => CommandLine.Run(["strings", .. args]).In(_folder.Path);
}
