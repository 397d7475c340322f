using System.Reflection;
using GuidanceFlow.Interpreters;
using GuidanceFlow.Outbox;
using GuidanceFlow.Sessions;
using GuidanceFlow.Templates;
using GuidanceFlow.Terminal;
using GuidanceFlow.Tickets;

namespace GuidanceFlow.Tests.Conventions;

/// <summary>The walls of docs/architecture.md.</summary>
public sealed class LayeringTests
{
    private static readonly Assembly Core = typeof(Flow).Assembly;

    private static readonly Type[] World =
    [
        typeof(ISessionStore), typeof(InMemorySessionStore), typeof(SessionCommit), typeof(OutboxItem),
        typeof(ITicketSink), typeof(InMemoryTicketSink), typeof(JsonLinesTicketSink), typeof(IMessageSink), Core.GetType("GuidanceFlow.Outbox.OutboxDispatcher")!, Core.GetType("GuidanceFlow.Sessions.TimerDispatcher")!,
        typeof(IAnswerInterpreter), typeof(AnswerInterpreters), Core.GetType("GuidanceFlow.Interpreters.InterpreterChain")!,
        typeof(GuidanceHost), typeof(File), typeof(Directory), typeof(FileStream), typeof(Console), typeof(Task), typeof(TimeProvider), typeof(Thread),
    ];

    [Theory]
    [InlineData("Engine")]
    [InlineData("Compilation")]
    [InlineData("Answers")]
    [InlineData("Commands")]
    [InlineData("Prompts")]
    [InlineData("Diagrams")]
    [InlineData("Migration")]
    public void Folder_ThatIsPure_NeverSeesTheWorld(string folder) => Uses(folder, World.Contains).ShouldBeEmpty();

    [Fact]
    public void Engine_ThatIsTheStep_IsPure() => References.Of(typeof(GuidanceEngine)).Where(World.Contains).ShouldBeEmpty();

    [Fact]
    public void Definitions_NeverSeeCompilationOrEngine() =>
        Uses("Definitions", used => used == typeof(GuidanceEngine) || used == typeof(GuidanceHost) || IsIn(used, "Engine") || IsIn(used, "Compilation") || IsIn(used, "Hosting")).ShouldBeEmpty();

    [Fact]
    public void Diagrams_NeverSeeTheEngineOrTheHost() =>
        Uses("Diagrams", used => used == typeof(GuidanceEngine) || IsIn(used, "Engine") || IsIn(used, "Hosting")).ShouldBeEmpty();

    [Fact]
    public void Diagrams_AreSeenByNobody() =>
        Core.GetTypes()
            .Where(type => !type.IsNested && !IsIn(type, "Diagrams") && References.Of(type).Any(used => IsIn(used, "Diagrams")))
            .Select(type => type.FullName)
            .ShouldBeEmpty();

    [Fact]
    public void Translations_SeeDefinitionsAlone() =>
        Uses("Translations", used => World.Contains(used) || used == typeof(GuidanceEngine) || IsIn(used, "Engine") || IsIn(used, "Compilation") || IsIn(used, "Sessions")).ShouldBeEmpty();

    [Fact]
    public void Diagnostics_SeeNothingElse() =>
        Uses("Diagnostics", used => used.Namespace?.StartsWith("GuidanceFlow", StringComparison.Ordinal) == true && !IsIn(used, "Diagnostics")).ShouldBeEmpty();

    [Fact]
    public void Templates_DependOnNothing() =>
        typeof(Template).Assembly.GetReferencedAssemblies()
            .Select(assembly => assembly.Name!)
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void Core_DependsOnTemplatesAndAbstractionsOnly() =>
        Core.GetReferencedAssemblies()
            .Select(assembly => assembly.Name!)
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ShouldBe(["GuidanceFlow.Templates", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Hosting.Abstractions", "Microsoft.Extensions.Logging.Abstractions"]);

    [Fact]
    public void Terminal_DependsOnTheCoreAndSpectreOnly() =>
        typeof(TerminalChat).Assembly.GetReferencedAssemblies()
            .Select(assembly => assembly.Name!)
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ShouldBe(["GuidanceFlow", "Spectre.Console"]);

    [Fact]
    public void TestKitAndTool_SeeThePublicApiOnly() =>
        Core.GetCustomAttributes<System.Runtime.CompilerServices.InternalsVisibleToAttribute>()
            .Select(attribute => attribute.AssemblyName)
            .ShouldBe(["GuidanceFlow.Terminal", "GuidanceFlow.Tests"], ignoreOrder: true);

    private static IEnumerable<string> Uses(string folder, Func<Type, bool> forbidden) =>
        from type in Core.GetTypes()
        where !type.IsNested && IsIn(type, folder)
        from used in References.Of(type)
        where forbidden(used)
        select $"{type.FullName} uses {used.FullName}";

    private static bool IsIn(Type type, string folder) =>
        type.Namespace == "GuidanceFlow." + folder || type.Namespace?.StartsWith("GuidanceFlow." + folder + ".", StringComparison.Ordinal) == true;
}
