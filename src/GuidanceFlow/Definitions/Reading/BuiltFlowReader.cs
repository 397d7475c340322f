namespace GuidanceFlow.Definitions.Reading;

/// <summary>Holds a definition built in code to the rules of the format, by writing it and reading it back.</summary>
internal static class BuiltFlowReader
{
    public static FlowReadResult Read(FlowDefinition definition)
    {
        var map = new BuiltSourceMap(definition.Id);
        FlowReadResult read = FlowTextReader.ReadUtf8(definition.Id, FlowWriter.Write(definition));
        return new FlowReadResult(
            read.Definition is null ? null : definition,
            [.. read.Diagnostics.Select(diagnostic => diagnostic with { Location = map.At(diagnostic.Location.Path) })],
            map);
    }
}
