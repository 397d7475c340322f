using System.Globalization;
using System.Text.Json;
using GuidanceFlow.Templates.Functions;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Docs;

/// <summary>The page about the functions says what the functions do.</summary>
public sealed class FunctionPageTests
{
    private static readonly FunctionPage Page = FunctionPage.Read();

    private static readonly Dictionary<string, Value> Model = Models.Read(Page.Model);

    public static TheoryData<string> Names => [.. Page.Functions.Select(function => function.Name)];

    [Fact]
    public void Page_HasAllGroupsAndFunctions_InAlphabeticalOrder()
    {
        string[] groups = [.. FunctionRegistry.GroupNames.Order(StringComparer.Ordinal)];
        Page.Groups.ShouldBe(groups);
        Page.Functions.Select(function => function.Name)
            .ShouldBe(groups.SelectMany(group => FunctionRegistry.Find(group)!.Names.Order(StringComparer.Ordinal).Select(name => $"{group}.{name}")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Signature_HasTheParametersOfTheFunction(string name) => Find(name).Signature.ShouldBe(SignatureOf(name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Example_CallsTheFunctionAndPrintsWhatThePageSays(string name)
    {
        FunctionPage.Entry entry = Find(name);
        string template = entry.Templates.ShouldHaveSingleItem();
        template.ShouldContain(name);
        entry.Outputs.ShouldNotBeEmpty();
        foreach (FunctionPage.Block output in entry.Outputs)
        {
            var settings = new RenderSettings { Culture = CultureInfo.GetCultureInfo(output.Culture), Now = new DateTime(2026, 3, 9, 9, 30, 0, DateTimeKind.Utc) };
            Template.Parse(template).GetOrThrow().Render(Model, settings).ShouldBe(output.Text);
        }
    }

    private static FunctionPage.Entry Find(string name) => Page.Functions.Single(function => function.Name == name);

    private static string SignatureOf(string name)
    {
        string[] parts = name.Split('.');
        Function function = FunctionRegistry.Find(parts[0])?.Find(parts[1]) ?? throw new InvalidOperationException($"There is no function {name}.");
        return string.Join(' ', [name, .. function.Parameters.Select(parameter => parameter.Default is { } value && !Parameter.IsMissing(value) ? $"{parameter.Name}={Written(value)}" : Parameter.IsMissing(parameter.Default ?? Value.Null) ? parameter.Name + "?" : parameter.Name)]);
    }

    private static string Written(Value value) =>
        value.IsNull ? "null" : value.TryGetText(out string? text) ? JsonSerializer.Serialize(text) : Template.Parse("{{ value }}").GetOrThrow().Render(new Dictionary<string, Value> { ["value"] = value });
}
