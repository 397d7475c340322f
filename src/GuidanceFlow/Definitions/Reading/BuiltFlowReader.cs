namespace GuidanceFlow.Definitions.Reading;

/// <summary>Holds a definition built in code to the rules of the format, by writing it and reading it back.</summary>
internal static class BuiltFlowReader
{
    public static FlowReadResult Read(FlowDefinition definition)
    {
        var map = new BuiltSourceMap(definition.Id);
        DefinitionRead<FlowDefinition> read = DefinitionText.ReadUtf8(definition.Id, FlowWriter.Write(definition), FlowRootReader.Read);
        return new FlowReadResult(
            read.Definition is null ? null : definition,
            [.. read.Diagnostics.Select(diagnostic => diagnostic with { Location = map.At(diagnostic.Location.Path) })],
            map);
    }
}
