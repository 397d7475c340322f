using System.Runtime.CompilerServices;
using GuidanceFlow.Testing.GoldenFiles;

namespace GuidanceFlow.Testing.Tests.GoldenFiles;

public sealed class SourceFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void APathOfThisMachine_StaysAsItIs() => SourceFolder.Resolve("/home/me/Tests.cs", _folder.Path).ShouldBe("/home/me/Tests.cs");

    [Theory]
    [InlineData("Shop.sln")]
    [InlineData("Shop.slnx")]
    public void APathOfABuildServer_LiesBelowTheSolution(string solution)
    {
        _folder.Write(solution, string.Empty);
        string binaries = Directory.CreateDirectory(_folder.At("tests", "Shop.Tests", "bin", "Debug")).FullName;

        SourceFolder.Resolve("/_/tests/Shop.Tests/MenuTests.cs", binaries).ShouldBe(_folder.At("tests/Shop.Tests/MenuTests.cs"));
    }

    [Fact]
    public void APathOfABuildServer_WithoutASolution_SaysWhatToDo() =>
        Should.Throw<DirectoryNotFoundException>(() => SourceFolder.Resolve("/_/MenuTests.cs", _folder.Path)).Message.ShouldBe(
            $"The source file '/_/MenuTests.cs' cannot be found: no folder above '{_folder.Path}' holds a solution. "
            + "Run the tests inside the repository, or build them without ContinuousIntegrationBuild.");

    [Fact]
    public void ThisFile_IsFound_HoweverItWasBuilt() => File.Exists(SourceFolder.Resolve(ThisFile())).ShouldBeTrue();

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
