using System.Collections.Immutable;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>Every kind of object of the format, so that the JSON schema and the documentation can be held against the reader.</summary>
internal static class MemberTables
{
    /// <summary>The kinds of object of a translation.</summary>
    public static ImmutableArray<MemberTable> OfTranslations { get; } = [TranslationRootReader.Table, TranslationEntryReader.Table, TranslationEntryReader.UnusedTable];

    /// <summary>The kinds of object of a flow.</summary>
    public static ImmutableArray<MemberTable> All { get; } =
    [
        FlowRootReader.Table,
        KnowledgeReader.Table,
        TicketReader.Table,
        TicketReader.GradeTable,
        FallbackReader.Table,
        CommandReader.AllTable,
        CommandReader.Table,
        InterruptReader.Table, UpsetReader.Table, MigrationReader.Table,
        StageReader.Table,
        RouteReader.Table,
        .. StepReader.Types.Tables,
        VariantReader.Table,
        RetryReader.Table,
        SilenceReader.Table,
        SilenceReader.RemindersTable,
        ExpiryReader.Table,
        ActionReader.Table,
        EndStepReader.FollowUpTable,
        CallStepReader.RetriesTable,
        WaitStepReader.SignalTable,
        WaitStepReader.TimeoutTable,
        DecideStepReader.RowTable,
        DecideStepReader.DefaultTable,
        DecideStepReader.RangeTable,
        .. AnswerReader.Types.Tables,
        OptionReader.Table,
        OptionReader.OneOfSeveral,
        ListedOptionsReader.Table,
        .. BlockReader.Types.Tables,
        TableBlockReader.RowsTable,
        ChecklistBlockReader.ItemTable,
        .. TypeForm.Declaration.Tables,
        .. TypeForm.Item.Tables,
    ];
}
