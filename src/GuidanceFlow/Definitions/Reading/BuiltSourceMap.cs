using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>The places in a definition built in code: paths, for want of lines.</summary>
internal sealed class BuiltSourceMap(string flow) : ISourceMap
{
    public SourceLocation LocateValue(SourcePath path) => At(path.ToString());

    public SourceLocation LocateName(SourcePath path) => At(path.ToString());

    public SourceLocation LocateInText(SourcePath path, int offset) => At(path.ToString());

    public SourceLocation At(string path) => new(flow, 0, 0, path);
}
