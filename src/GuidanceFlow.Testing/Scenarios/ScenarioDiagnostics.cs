using System.Collections.Immutable;
using GuidanceFlow.Diagnostics;
using static GuidanceFlow.Diagnostics.DiagnosticSeverity;

namespace GuidanceFlow.Testing.Scenarios;

/// <summary>Every kind of finding about a scenario file: GF08xx.</summary>
public static class ScenarioDiagnostics
{
    /// <summary>The file is not JSON. Reported alone.</summary>
    public static DiagnosticDescriptor Syntax { get; } = new("GF0801", Error, "The scenario is not JSON");

    /// <summary>A member that scenarios do not have.</summary>
    public static DiagnosticDescriptor UnknownMember { get; } = new("GF0802", Error, "Unknown member in a scenario");

    /// <summary>A value of the wrong JSON type.</summary>
    public static DiagnosticDescriptor WrongType { get; } = new("GF0803", Error, "Wrong type in a scenario");

    /// <summary>A member that must be there.</summary>
    public static DiagnosticDescriptor MissingMember { get; } = new("GF0804", Error, "Missing member in a scenario");

    /// <summary>A value of the right JSON type that the place does not take.</summary>
    public static DiagnosticDescriptor InvalidValue { get; } = new("GF0805", Error, "Value not taken in a scenario");

    /// <summary>A member that stands twice in one object.</summary>
    public static DiagnosticDescriptor DuplicateMember { get; } = new("GF0806", Error, "Member given twice in a scenario");

    /// <summary>The file cannot be read at all: missing, not allowed, not UTF-8.</summary>
    public static DiagnosticDescriptor Unreadable { get; } = new("GF0807", Error, "The scenario cannot be read");

    /// <summary>All kinds, by code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [Syntax, UnknownMember, WrongType, MissingMember, InvalidValue, DuplicateMember, Unreadable];
}
