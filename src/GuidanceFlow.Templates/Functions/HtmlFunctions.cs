using System.Net;
using GuidanceFlow.Templates.Binding;
using static GuidanceFlow.Templates.Functions.Parameter;

namespace GuidanceFlow.Templates.Functions;

/// <summary>The functions of <c>html</c>.</summary>
internal static class HtmlFunctions
{
    public static IEnumerable<Function> All { get; } =
    [
        new("html.escape", StaticType.Text, static a => a.NewText(WebUtility.HtmlEncode(a.Text(0))), Text("text")) { KeepsNull = true },
    ];
}
