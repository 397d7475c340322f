namespace GuidanceFlow.Testing.Tests.Scenarios;

public sealed class ScenarioFilesTests
{
    [Fact]
    public void Find_OfAFolder_GivesItsScenariosAndThoseBelow_InOrder()
    {
        using var folder = new TemporaryFolder();
        string[] files = ["a.scenario.json", "c.scenario.json", Path.Combine("b", "d.scenario.json")];
        foreach (string file in files.Concat([Path.Combine("bin", "x.scenario.json"), Path.Combine(".git", "y.scenario.json"), "flow.json"]))
        {
            folder.Write(file, "{}");
        }

        ScenarioFiles.Find(folder.Path).ShouldBe(files.Select(file => folder.At(file)));
    }

    [Fact]
    public void Find_OfAFile_GivesTheFile()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("any.json", "{}");

        ScenarioFiles.Find(file).ShouldBe([file]);
    }

    [Fact]
    public void Find_OfNothing_Throws() => Should.Throw<FileNotFoundException>(() => ScenarioFiles.Find("nowhere")).Message.ShouldBe("There is no file or folder 'nowhere'.");

    [Fact]
    public void In_GivesNamesRelativeToTheTest() =>
        ScenarioFiles.In("Router").Select(row => row.Single()).ShouldBe(["Router/nobody-understands.scenario.json", "Router/restart-helps.scenario.json"]);

    [Fact]
    public void In_OfAFolderWithoutScenarios_Throws()
    {
        using var folder = new TemporaryFolder();
        Should.Throw<FileNotFoundException>(() => ScenarioFiles.In(folder.Path)).Message.ShouldBe($"There is no *.scenario.json in '{folder.Path}'.");
    }
}
