using GuidanceFlow.Engine;
using GuidanceFlow.Sessions;
using GuidanceFlow.Terminal.Saving;

namespace GuidanceFlow.Terminal.Tests.Saving;

public sealed class SessionFileTests : IDisposable
{
    private const string Json =
        """
        { "flow": "a", "stages": [ { "id": "s", "steps": [
          { "id": "q", "type": "ask", "text": "Well?", "answer": "yes_no" }, { "id": "e", "type": "end", "outcome": "resolved" } ] } ],
          "fallback": { "attempts": 2, "goto": "e" } }
        """;

    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    private string File => _folder.At("s.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Session_ReadBack_IsTheSame()
    {
        GuidanceSession session = Save(Chat.Compile(Json));

        GuidanceSession read = SavedSession.Read(File).Restore(Chat.Compile(Json));

        SessionSnapshot.Write(read).ShouldBe(SessionSnapshot.Write(session));
        Directory.GetFiles(_folder.Path).ShouldBe([File]);
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.GetUnixFileMode(File).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public void Wording_MayChangeMeanwhile()
    {
        Save(Chat.Compile(Json));

        SavedSession.Read(File).Restore(Chat.Compile(Json.Replace("Well?", "How is it?", StringComparison.Ordinal))).Step!.Id.ShouldBe("q");
    }

    [Fact]
    public void Structure_ThatChanged_IsSaid()
    {
        Save(Chat.Compile(Json));

        Should.Throw<SavedSessionException>(() => SavedSession.Read(File).Restore(Chat.Compile(Json.Replace("\"yes_no\"", "\"text\"", StringComparison.Ordinal)))).Message
            .ShouldBe(File + ": The steps or routes of the flow 'a' have changed since the conversation was left. Play the flow as it was then, or start anew without --resume.");
    }

    [Fact]
    public void AnotherFlow_IsSaid()
    {
        Save(Chat.Compile(Json));

        Should.Throw<SavedSessionException>(() => SavedSession.Read(File).Restore(Chat.Compile(Json.Replace("\"a\"", "\"b\"", StringComparison.Ordinal)))).Message
            .ShouldBe(File + ": The conversation belongs to the flow 'a', not to 'b'. Play that flow with this file.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{ \"format\": 1, \"flow\": null }")]
    [InlineData("{ \"format\": \"1\" }")]
    public void FileOfAnotherKind_IsSaid(string text)
    {
        _folder.Write("s.json", text);

        Should.Throw<SavedSessionException>(() => SavedSession.Read(File)).Message.ShouldBe(File + ": The file is not a saved conversation, or it is damaged. It was left as it is.");
        System.IO.File.ReadAllText(File).ShouldBe(text);
    }

    [Fact]
    public void EveryTruncation_IsAnErrorAndNeverAnotherException()
    {
        Save(Chat.Compile(Json));
        string text = System.IO.File.ReadAllText(File).TrimEnd();
        for (int length = 0; length < text.Length; length += 7)
        {
            _folder.Write("s.json", text[..length]);
            Should.Throw<SavedSessionException>(() => SavedSession.Read(File).Restore(Chat.Compile(Json)));
        }
    }

    [Fact]
    public void FormatOfTheFuture_IsSaid()
    {
        _folder.Write("s.json", "{ \"format\": 2 }");

        Should.Throw<SavedSessionException>(() => SavedSession.Read(File)).Message.ShouldBe(File + ": The file has format 2; this program reads 1. Use the program that wrote it.");
    }

    [Fact]
    public void MissingFile_IsSaid() =>
        Should.Throw<SavedSessionException>(() => SavedSession.Read(File)).Message.ShouldBe(File + ": There is no such file. A conversation's file is deleted when it is over.");

    private GuidanceSession Save(Flow flow)
    {
        GuidanceSession session = GuidanceEngine.Start(flow, new StartRequest { SessionId = "s-1" }, Now).Session;
        SessionFile.Write(File, new StoredSession(session.Id, flow.Id, flow.Version, session.Turn, SessionSnapshot.Write(session)), flow.StructureHash, [], Now);
        return session;
    }
}
