using System.Text;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Tests.Engine;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Tickets;

public sealed class JsonLinesTicketSinkTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    private string File => Path.Combine(_folder, "deep", "tickets.jsonl");

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public async Task Tickets_are_appended_one_a_line_and_read_back()
    {
        using var sink = new JsonLinesTicketSink(File);
        Ticket[] tickets = [Make(1), Make(2) with { Subject = "two\nlines “ä” 😀", Fallback = new FallbackInfo(FallbackReason.Attempts, "s", "q", 3, ["a", "b\n"]) }];
        foreach (Ticket ticket in tickets)
        {
            await sink.FileAsync(ticket, TestContext.Current.CancellationToken);
        }

        Lines().Select(line => TicketJson.Read(Encoding.UTF8.GetBytes(line))).ShouldBe(tickets);
        Lines()[0].ShouldBe(
            """{"id":"s:1:0","reference":"R1","definition":"d","kind":"follow_up","queue":"q","priority":"high","subject":"S","body":"B","created_at":"2026-03-02T12:00:00+00:00","due":null,"evidence":{"n":1.0,"none":null},"path":["a"],"fallback":null,"session_id":"s","flow_id":"f","flow_version":1,"step":"t","customer_key":null,"locale":"en"}""");
    }

    [Fact]
    public async Task A_ticket_is_filed_once_also_across_a_restart()
    {
        using (var sink = new JsonLinesTicketSink(File))
        {
            await sink.FileAsync(Make(1), TestContext.Current.CancellationToken);
            await sink.FileAsync(Make(1), TestContext.Current.CancellationToken);
        }

        using var restarted = new JsonLinesTicketSink(File);
        await restarted.FileAsync(Make(1), TestContext.Current.CancellationToken);
        await restarted.FileAsync(Make(2), TestContext.Current.CancellationToken);
        Ids().ShouldBe(["s:1:0", "s:2:0"]);
    }

    [Fact]
    public async Task A_line_cut_off_anywhere_is_left_and_the_ticket_written_again()
    {
        byte[] whole = [.. TicketJson.Write(Make(1) with { Subject = "ä😀" }), (byte)'\n'];
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        for (int cut = 0; cut <= whole.Length; cut++)
        {
            byte[] first = [.. TicketJson.Write(Make(7)), (byte)'\n'];
            await System.IO.File.WriteAllBytesAsync(File, (byte[])[.. first, .. whole[..cut]], TestContext.Current.CancellationToken);
            using var sink = new JsonLinesTicketSink(File);
            await sink.FileAsync(Make(1), TestContext.Current.CancellationToken);
            await sink.FileAsync(Make(7), TestContext.Current.CancellationToken);
            await sink.FileAsync(Make(3), TestContext.Current.CancellationToken);

            Ids().Where(id => id is not null).ShouldBe(["s:7:0", "s:1:0", "s:3:0"], $"cut at {cut}");
        }
    }

    [Fact]
    public async Task Lines_of_others_are_left_alone()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        await System.IO.File.WriteAllTextAsync(File, "\n[]\n5\n{\"id\":5}\n{\"id\":null}\n{\"no\":1}\nnot json\n{\"id\":[\"s:1:0\"]}\n{\"id\":\"\\ud800\"}\n", TestContext.Current.CancellationToken);
        using var sink = new JsonLinesTicketSink(File);
        await sink.FileAsync(Make(1), TestContext.Current.CancellationToken);
        Lines().Length.ShouldBe(10);
        Lines()[^1].ShouldContain("\"id\":\"s:1:0\"");
    }

    [Fact]
    public async Task Tickets_at_once_are_written_whole_and_once_each()
    {
        using var sink = new JsonLinesTicketSink(File);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(async () => await sink.FileAsync(Make(i % 50), TestContext.Current.CancellationToken))));
        Ids().Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(0, 50).Select(i => $"s:{i}:0").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_files_nothing_and_can_be_tried_again()
    {
        Directory.CreateDirectory(File);
        using var sink = new JsonLinesTicketSink(File);
        await Should.ThrowAsync<Exception>(async () => await sink.FileAsync(Make(1), TestContext.Current.CancellationToken));
        Directory.Delete(File);
        await sink.FileAsync(Make(1), TestContext.Current.CancellationToken);
        Ids().ShouldBe(["s:1:0"]);
    }

    [Fact]
    public async Task The_sink_in_memory_files_each_id_once_and_gives_a_copy()
    {
        var sink = new InMemoryTicketSink();
        await sink.FileAsync(Make(1), TestContext.Current.CancellationToken);
        IReadOnlyList<Ticket> before = sink.Tickets;
        await sink.FileAsync(Make(1), TestContext.Current.CancellationToken);
        await sink.FileAsync(Make(2), TestContext.Current.CancellationToken);
        before.Count.ShouldBe(1);
        sink.Tickets.Select(ticket => ticket.Id).ShouldBe(["s:1:0", "s:2:0"]);
    }

    private string[] Lines() => System.IO.File.ReadAllLines(File);

    private string?[] Ids() => [.. Lines().Select(line =>
    {
        try
        {
            return TicketJson.Read(Encoding.UTF8.GetBytes(line)).Id;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    })];

    private static Ticket Make(int number) => new()
    {
        Id = $"s:{number}:0",
        Reference = "R" + number,
        Definition = "d",
        Kind = TicketKind.FollowUp,
        Queue = "q",
        Priority = TicketPriority.High,
        Subject = "S",
        Body = "B",
        CreatedAt = Conversation.Noon,
        Evidence = [KeyValuePair.Create("n", Value.From(1.0)), KeyValuePair.Create("none", Value.Null)],
        Path = ["a"],
        SessionId = "s",
        FlowId = "f",
        FlowVersion = 1,
        Step = "t",
        Locale = "en",
    };
}
