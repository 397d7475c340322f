using System.CommandLine;

namespace GuidanceFlow.Cli.Commands;

/// <summary>Keeps translations in step with their flows.</summary>
internal static class StringsCommand
{
    public static Command Create(Terminal terminal) => new CommandWithExamples(
        "strings",
        "Keeps the translations of a flow.",
        """
        The translation of router.json into Chinese stands beside it in router.zh-CN.json.

        Examples:
          guidanceflow strings extract flows/router.json --locale zh-CN
          guidanceflow strings check flows/
          guidanceflow strings update flows/router.json
        """)
    {
        StringsExtractCommand.Create(terminal),
        StringsCheckCommand.Create(terminal),
        StringsUpdateCommand.Create(terminal),
    };
}
