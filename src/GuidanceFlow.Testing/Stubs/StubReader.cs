using System.Collections.Immutable;
using System.Text.Json;
using GuidanceFlow.Actions;
using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Testing.Scenarios;
using GuidanceFlow.Testing.Scenarios.Reading;

namespace GuidanceFlow.Testing.Stubs;

/// <summary>Reads what becomes of actions.</summary>
internal static class StubReader
{
    public static readonly MemberTable RootTable = new("actions", "a file of results", ["actions"], ["$schema", "note"]);

    public static readonly MemberTable ResultTable = new("result", "an action's result", [], ["when", "returns", "error", "message", "takes", "note"]);

    public static ActionStubsReadResult ReadFile(string path) =>
        LocatedFile.TryLoad(path, out ImmutableArray<Diagnostic> problems) is { } utf8 ? Read(path, utf8) : new ActionStubsReadResult(null, problems);

    public static ActionStubsReadResult Read(string path, ReadOnlyMemory<byte> utf8)
    {
        (ActionStubs? stubs, ImmutableArray<Diagnostic> problems) = LocatedFile.Read(path, utf8, FileKind.Stubs, ReadRoot);
        return new ActionStubsReadResult(stubs, problems);
    }

    /// <summary>The member <c>actions</c>: results by the names of actions.</summary>
    public static ActionStubs Actions(ReadContext context, JsonItem item)
    {
        if (item.Kind != JsonValueKind.Object)
        {
            context.WrongType(item, "an object");
            return ActionStubs.None;
        }

        context.CheckRepeats(item);
        return new ActionStubs { Actions = item.Children.Select(action => new ActionStub(action.Name!, Results(context, action), context.Locate(action.NameStart, action.Path))).ToEquatableArray() };
    }

    private static ActionStubs ReadRoot(ReadContext context, JsonItem root)
    {
        Members members = Members.Open(context, root, RootTable);
        members.Text("$schema");
        members.Text("note");
        return members.Find("actions") is { } actions ? Actions(context, actions) : ActionStubs.None;
    }

    /// <summary>A result, or several in an array.</summary>
    private static EquatableArray<StubbedResult> Results(ReadContext context, JsonItem item)
    {
        if (item.Kind == JsonValueKind.Object)
        {
            return [Result(context, item)];
        }

        if (item.Kind != JsonValueKind.Array)
        {
            context.WrongType(item, "a result or an array of results");
            return default;
        }

        if (item.Children.Count == 0)
        {
            context.Invalid(item, "There is no result. Write one, such as { \"returns\": { … } } or { \"error\": \"…\" }.");
        }

        return item.Children.Select(result => Result(context, result)).ToEquatableArray();
    }

    private static StubbedResult Result(ReadContext context, JsonItem item)
    {
        Members members = Members.Open(context, item, ResultTable);
        members.Text("note");
        string? error = members.Text("error");
        string? message = members.Text("message");
        if (error is { Length: 0 })
        {
            context.Invalid(members.Find("error")!, "An error has a name. Write one that the action declares, or timeout, failed, interrupted or invalid_result.");
        }

        if (error is not null && members.Find("returns") is { } both)
        {
            context.Report(ScenarioDiagnostics.InvalidValue, both.NameStart, both.Path, "An action that fails gives nothing back. Leave out 'returns' or 'error'.");
        }
        else if (error is null && members.Find("message") is { } lonely)
        {
            context.Report(ScenarioDiagnostics.InvalidValue, lonely.NameStart, lonely.Path, "Only an error has a message. Add \"error\": \"…\", or leave it out.");
        }

        return new StubbedResult(
            string.IsNullOrEmpty(error) ? new ActionResult { Returned = members.Values("returns") } : ActionResult.Failed(error, message),
            context.Locate(item))
        {
            Takes = Times.Length(members, "takes") ?? TimeSpan.Zero,
            When = members.Values("when"),
            Places = new MemberPlaces(context, item),
        };
    }
}
