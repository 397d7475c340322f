using System.Collections.Immutable;
using static GuidanceFlow.Diagnostics.DiagnosticSeverity;

namespace GuidanceFlow.Diagnostics;

/// <summary>Every kind of finding there is. Codes are never reused: GF00xx reading, GF01xx structure and routes, GF02xx templates, GF03xx paths, GF04xx older versions, GF07xx translations, GF09xx guidance.</summary>
public static class DiagnosticCatalog
{
    /// <summary>The file is not JSON. Reported alone.</summary>
    public static DiagnosticDescriptor Syntax { get; } = new("GF0001", Error, "The file is not JSON");

    /// <summary>The file cannot be read at all: missing, too large, not UTF-8.</summary>
    public static DiagnosticDescriptor Unreadable { get; } = new("GF0002", Error, "The file cannot be read");

    /// <summary>A member that the format does not know.</summary>
    public static DiagnosticDescriptor UnknownMember { get; } = new("GF0003", Error, "Unknown member");

    /// <summary>A member that stands twice in one object.</summary>
    public static DiagnosticDescriptor DuplicateMember { get; } = new("GF0004", Error, "Member given twice");

    /// <summary>A value of the wrong JSON type.</summary>
    public static DiagnosticDescriptor WrongType { get; } = new("GF0005", Error, "Wrong type");

    /// <summary>A member that must be there.</summary>
    public static DiagnosticDescriptor MissingMember { get; } = new("GF0006", Error, "Missing member");

    /// <summary>A value of the right JSON type that the place does not take.</summary>
    public static DiagnosticDescriptor InvalidValue { get; } = new("GF0007", Error, "Value not taken here");

    /// <summary>An id or a name that is not written as ids and names are.</summary>
    public static DiagnosticDescriptor InvalidName { get; } = new("GF0101", Error, "Id or name not well formed");

    /// <summary>An id or a name given twice.</summary>
    public static DiagnosticDescriptor DuplicateName { get; } = new("GF0102", Error, "Id or name given twice");

    /// <summary>A reference to a datum, ticket or article that is not declared, or that cannot be written.</summary>
    public static DiagnosticDescriptor UnknownReference { get; } = new("GF0103", Error, "Not declared");

    /// <summary>A route to a step that does not exist.</summary>
    public static DiagnosticDescriptor UnknownTarget { get; } = new("GF0104", Error, "No such step");

    /// <summary>A list of routes without one that always applies.</summary>
    public static DiagnosticDescriptor NoDefaultRoute { get; } = new("GF0105", Error, "Routes without a default");

    /// <summary>A route that can never be taken.</summary>
    public static DiagnosticDescriptor DeadRoute { get; } = new("GF0106", Error, "Route never taken");

    /// <summary>A jump into a loop's body from outside, or into or out of the steps of an interrupt.</summary>
    public static DiagnosticDescriptor JumpIntoLoop { get; } = new("GF0107", Error, "Jump into a loop or across an interrupt");

    /// <summary><c>@break</c> or <c>@fail</c> outside a loop, or another reserved target that does not fit.</summary>
    public static DiagnosticDescriptor ReservedTarget { get; } = new("GF0108", Error, "Reserved target outside a loop");

    /// <summary>Two options that the same answer would choose.</summary>
    public static DiagnosticDescriptor AmbiguousOptions { get; } = new("GF0109", Error, "Options that cannot be told apart");

    /// <summary>A row of a decision table, or its default, that never decides because earlier rows do.</summary>
    public static DiagnosticDescriptor DeadRow { get; } = new("GF0110", Error, "Row that never decides");

    /// <summary>A combination of inputs for which no row of a decision table applies.</summary>
    public static DiagnosticDescriptor UndecidedCase { get; } = new("GF0111", Error, "Case that no row decides");

    /// <summary>A flow is run that lacks an input, a language or a fallback it needs there.</summary>
    public static DiagnosticDescriptor FlowMisfit { get; } = new("GF0112", Error, "Flow that cannot be run here");

    /// <summary>A variant of a text that no customer will ever be told.</summary>
    public static DiagnosticDescriptor DeadVariant { get; } = new("GF0113", Error, "Variant never used");

    /// <summary>A template or expression that does not follow the language.</summary>
    public static DiagnosticDescriptor TemplateSyntax { get; } = new("GF0201", Error, "Template not well formed");

    /// <summary>A name, member or function that a template uses and that does not exist there.</summary>
    public static DiagnosticDescriptor UnknownName { get; } = new("GF0202", Error, "Unknown name in a template");

    /// <summary>A value of a type the place or the operator does not take, for example a guard that is not boolean.</summary>
    public static DiagnosticDescriptor TypeMismatch { get; } = new("GF0203", Error, "Type mismatch");

    /// <summary>A datum read where it may not have been collected yet.</summary>
    public static DiagnosticDescriptor ReadBeforeAssigned { get; } = new("GF0204", Error, "Read before it is collected");

    /// <summary>Something the template language has but flows do not allow.</summary>
    public static DiagnosticDescriptor NotAllowed { get; } = new("GF0205", Error, "Not allowed in a flow");

    /// <summary>Braces that look like code and are printed as they stand.</summary>
    public static DiagnosticDescriptor NoCode { get; } = new("GF0206", Warning, "Braces printed as they stand");

    /// <summary>A step that no path reaches.</summary>
    public static DiagnosticDescriptor UnreachableStep { get; } = new("GF0301", Error, "Step never reached");

    /// <summary>A path that runs out of the flow without an end.</summary>
    public static DiagnosticDescriptor NoEnd { get; } = new("GF0302", Error, "Path without an end");

    /// <summary>A cycle of steps none of which waits.</summary>
    public static DiagnosticDescriptor BusyCycle { get; } = new("GF0303", Error, "Cycle that never waits");

    /// <summary>A question whose retries lead nowhere.</summary>
    public static DiagnosticDescriptor NoFallback { get; } = new("GF0304", Error, "Question without a fallback");

    /// <summary>A ticket whose evidence is not collected on some path.</summary>
    public static DiagnosticDescriptor EvidenceMissing { get; } = new("GF0305", Error, "Evidence not collected");

    /// <summary>A flow may end without having collected what it gives back.</summary>
    public static DiagnosticDescriptor ReturnMissing { get; } = new("GF0306", Error, "Return not collected");

    /// <summary>A migration from a version that is not older than the flow's.</summary>
    public static DiagnosticDescriptor NotOlder { get; } = new("GF0401", Error, "Version that is not older");

    /// <summary>A question, a loop or a run of an older version that has nothing in its place.</summary>
    public static DiagnosticDescriptor StepNotMapped { get; } = new("GF0402", Warning, "Older step that is mapped nowhere");

    /// <summary>A step that cannot take the place of one of an older version: it is of another kind, or stands in other loops.</summary>
    public static DiagnosticDescriptor StepMisfit { get; } = new("GF0403", Error, "Step that cannot take another's place");

    /// <summary>An input that sessions of an older version may have no value for.</summary>
    public static DiagnosticDescriptor InputNotMigrated { get; } = new("GF0404", Error, "Input without a value in older sessions");

    /// <summary>A text that a language of the flow does not give.</summary>
    public static DiagnosticDescriptor TranslationMissing { get; } = new("GF0701", Error, "Translation missing");

    /// <summary>A translation of a text that has changed since.</summary>
    public static DiagnosticDescriptor TranslationStale { get; } = new("GF0702", Error, "Translation out of date");

    /// <summary>A translation of a text that the flow does not have.</summary>
    public static DiagnosticDescriptor TranslationSuperfluous { get; } = new("GF0703", Warning, "Translation of nothing");

    /// <summary>A translation file that belongs to another flow, another language, or to a language the flow does not have.</summary>
    public static DiagnosticDescriptor TranslationMisplaced { get; } = new("GF0704", Error, "Translation of another flow or language");

    /// <summary>A ticket that promises no time to respond.</summary>
    public static DiagnosticDescriptor NoResponseTime { get; } = new("GF0901", Warning, "Ticket without a time to respond");

    /// <summary>More options than people keep in mind.</summary>
    public static DiagnosticDescriptor ManyOptions { get; } = new("GF0902", Warning, "More than seven options");

    /// <summary>A flow of several stages that never shows progress.</summary>
    public static DiagnosticDescriptor NoProgress { get; } = new("GF0903", Warning, "Stages without progress");

    /// <summary>A question for yes or no in a language that has no words for them.</summary>
    public static DiagnosticDescriptor NoYesNoWords { get; } = new("GF0904", Warning, "No words for yes and no");

    /// <summary>A stage or step whose id readers of every language see, because it has no title.</summary>
    public static DiagnosticDescriptor NoTitle { get; } = new("GF0905", Warning, "No title to translate");

    /// <summary>A language in which customers cannot say commands.</summary>
    public static DiagnosticDescriptor NoCommandWords { get; } = new("GF0906", Warning, "No words for commands");

    /// <summary>A session that is given to people, of whom perhaps nobody comes, and that nothing takes on.</summary>
    public static DiagnosticDescriptor EndlessHandoff { get; } = new("GF0907", Warning, "Handoff without an end");

    /// <summary>All kinds, by code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        Syntax, Unreadable, UnknownMember, DuplicateMember, WrongType, MissingMember, InvalidValue,
        InvalidName, DuplicateName, UnknownReference, UnknownTarget, NoDefaultRoute, DeadRoute, JumpIntoLoop, ReservedTarget, AmbiguousOptions, DeadRow, UndecidedCase, FlowMisfit, DeadVariant,
        TemplateSyntax, UnknownName, TypeMismatch, ReadBeforeAssigned, NotAllowed, NoCode,
        UnreachableStep, NoEnd, BusyCycle, NoFallback, EvidenceMissing, ReturnMissing,
        NotOlder, StepNotMapped, StepMisfit, InputNotMigrated,
        TranslationMissing, TranslationStale, TranslationSuperfluous, TranslationMisplaced,
        NoResponseTime, ManyOptions, NoProgress, NoYesNoWords, NoTitle, NoCommandWords, EndlessHandoff,
    ];
}
