using System.Diagnostics;
using System.Text.Json;
using GuidanceFlow.Templates.Binding;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Fuzzing;

/// <summary>What must hold for every template and every model.</summary>
internal static class FuzzCheck
{
    private const int LongestSeconds = 5;

    // A loop that was spoiled may have no end.
    private static readonly RenderSettings Usual = new() { MaxLoopIterations = 1_000, MaxOperations = 20_000, MaxRecursion = 30 };
    private static readonly RenderSettings Small = new() { MaxOutputLength = 400, MaxLoopIterations = 20, MaxListLength = 50 };
    private static readonly RenderSettings Shallow = Usual with { MaxOperations = 40, MaxRecursion = 2 };

    private static readonly Dictionary<string, string> Partials = new(StringComparer.Ordinal)
    {
        ["line"] = "[{{ $1 }}{{ $.mark }}{{ ret $1 }}]",
        ["counted"] = "{{ a = (a ?? 0) + 1; a }}",
        ["lines"] = "one\n{{ for k in 1..2; k; include 'line' k; end }}\n",
    };

    /// <summary>No scope, and the partials that templates include.</summary>
    public static readonly TemplateOptions Plain = new() { Partials = TemplatePartials.Create(Partials) };

    /// <summary>Null when everything holds; otherwise what does not.</summary>
    public static string? FindFault(FuzzCase test)
    {
        try
        {
            // A machine that others use may rest for seconds: what takes long must do so twice.
            return Check(test, out bool isSlow) ?? (isSlow ? Check(test, out isSlow) ?? (isSlow ? $"It takes longer than {LongestSeconds} seconds." : null) : null);
        }
        catch (Exception exception)
        {
            return "It throws " + exception;
        }
    }

    private static string? Check(FuzzCase test, out bool isSlow)
    {
        long start = Stopwatch.GetTimestamp();
        string? fault = FindAnyFault(test);
        isSlow = Stopwatch.GetElapsedTime(start).TotalSeconds > LongestSeconds;
        return fault;
    }

    private static string? FindAnyFault(FuzzCase test)
    {
        Dictionary<string, Value> model = Models.Read(test.Model);
        ParseResult<Template> parsed = Template.Parse(test.Template, Plain);
        ParseResult<Template> again = Template.Parse(test.Template, Plain);
        if (!parsed.Diagnostics.SequenceEqual(again.Diagnostics) || (parsed.Value is null) != (again.Value is null))
        {
            return "Parsing it twice gives two results.";
        }

        if (parsed.Diagnostics.FirstOrDefault(found => !IsInside(found, test.Template)) is { } outside)
        {
            return $"A diagnostic lies outside the text: {outside}";
        }

        if (parsed.Value is not { } template)
        {
            return parsed.Diagnostics.IsEmpty ? "It gives neither a template nor a diagnostic." : null;
        }

        string output = Render(test, () => template.Render(model, Usual));
        return !template.Reads.SequenceEqual(again.Value!.Reads) ? "Parsing it twice gives two templates."
            : output != Render(test, () => template.Render(model, Usual)) ? "Rendering it twice gives two outputs."
            : output != Render(test, () => again.Value.Render(model, Usual)) ? "Two templates of the same text give two outputs."
            : FindJsonFault(test, template, output) ?? FindSlotFault(test, model, output) ?? FindLimitFault(test, template, model) ?? FindEndFault(test, template, model, output);
    }

    private static string? FindJsonFault(FuzzCase test, Template template, string output)
    {
        using JsonDocument document = JsonDocument.Parse(test.Model);
        string fromJson = Render(test, () => template.Render(document.RootElement, Usual));
        return fromJson == output ? null : $"From JSON it gives {fromJson}, from names {output}.";
    }

    /// <summary>With few operations and calls it must end as well, with what it gives otherwise or with a failure.</summary>
    private static string? FindEndFault(FuzzCase test, Template template, Dictionary<string, Value> model, string output)
    {
        string shallow = Render(test, () => template.Render(model, Shallow));
        return shallow == output || shallow.StartsWith(FailureMark, StringComparison.Ordinal) ? null : $"With lower limits it gives {shallow}, otherwise {output}.";
    }

    // Objects of a scope are only read, and what they are is not always known before.
    private static bool IsRefusedToChange(string output) =>
        output.StartsWith(FailureMark, StringComparison.Ordinal) && output.Contains("comes from outside and is only read.", StringComparison.Ordinal);

    /// <summary>With a scope unknown names, assignments to known ones, calls of what is no function, functions named without their arguments, and comparisons that never hold are refused; what is not refused must give the same.</summary>
    private static string? FindSlotFault(FuzzCase test, Dictionary<string, Value> model, string output)
    {
        var scope = new TestScope();
        foreach (string name in model.Keys)
        {
            scope.Add(name, StaticType.Any);
        }

        ParseResult<Template> parsed = Template.Parse(test.Template, Plain with { Scope = scope });
        if (parsed.Value is not { } template)
        {
            return parsed.Diagnostics.All(found => found.Code is TemplateDiagnosticCode.UnknownName or TemplateDiagnosticCode.UnknownFunction or TemplateDiagnosticCode.NotAllowed or TemplateDiagnosticCode.Syntax
                or TemplateDiagnosticCode.Arguments || found.Message.Contains("never '", StringComparison.Ordinal))
                ? null
                : $"With a scope it is refused: {string.Join("; ", parsed.Diagnostics)}";
        }

        var values = new SlotValues([.. model.Values]);
        string fromSlots = Render(test, () => template.Render(values, Usual));
        return fromSlots == output || IsRefusedToChange(fromSlots) ? null : $"From slots it gives {fromSlots}, from names {output}.";
    }

    private static string? FindLimitFault(FuzzCase test, Template template, Dictionary<string, Value> model)
    {
        var counted = new CountedModel(model);
        string output = Render(test, () => template.Render(counted, Small));
        if (output.Length > Small.MaxOutputLength && !output.StartsWith(FailureMark, StringComparison.Ordinal))
        {
            return $"It prints {output.Length} characters where {Small.MaxOutputLength} are allowed.";
        }

        // A spoiled template may read a mark outside of its loops, too.
        int marks = test.Template.Split(ModelGenerator.RoundMark).Length - 1;
        return counted.Rounds > Small.MaxLoopIterations + marks ? $"Its loops run {counted.Rounds} rounds where {Small.MaxLoopIterations} are allowed." : null;
    }

    private const string FailureMark = "failure ";

    /// <summary>The output, or the failure, which is a result too.</summary>
    private static string Render(FuzzCase test, Func<string> render)
    {
        try
        {
            return render();
        }
        catch (TemplateRuntimeException exception)
        {
            return IsInside(exception.Diagnostic, exception.Diagnostic.Partial is { } partial ? Partials[partial] : test.Template) ? FailureMark + exception.Message : throw new InvalidOperationException("A failure lies outside the text.", exception);
        }
    }

    private static bool IsInside(TemplateDiagnostic found, string text) =>
        found.Span.Start >= 0 && found.Span.Length >= 0 && found.Span.End <= text.Length && found.Line >= 1 && found.Column >= 1 && found.Message.Length > 0;
}
