using System.Collections.Immutable;

namespace GuidanceFlow.Templates.Parsing;

/// <summary>Collects the mistakes of one text.</summary>
internal sealed class DiagnosticBag
{
    private string _text = string.Empty;
    private List<TemplateDiagnostic>? _found;
    private LineMap? _lines;

    /// <summary>Set once a limit was hit: whatever parsing says afterwards would be a consequence of having stopped.</summary>
    public bool Stopped { get; private set; }

    public bool Any => _found is not null;

    public void Start(string text)
    {
        _text = text;
        _found = null;
        _lines = null;
        Stopped = false;
    }

    public void Report(TemplateDiagnosticCode code, TextSpan span, string message)
    {
        if (!Stopped)
        {
            (_found ??= []).Add(Create(code, span, message));
        }
    }

    public void Stop(TextSpan span, string message)
    {
        Report(TemplateDiagnosticCode.ParseLimit, span, message);
        Stopped = true;
    }

    public ImmutableArray<TemplateDiagnostic> ToSorted() =>
        _found is null ? [] : [.. _found.Select((diagnostic, order) => (diagnostic, order)).OrderBy(pair => pair.diagnostic.Span.Start).ThenBy(pair => pair.order).Select(pair => pair.diagnostic)];

    private TemplateDiagnostic Create(TemplateDiagnosticCode code, TextSpan span, string message)
    {
        _lines ??= new LineMap(_text);
        (int line, int column) = _lines.Find(span.Start);
        return new TemplateDiagnostic(code, span, line, column, message);
    }
}
