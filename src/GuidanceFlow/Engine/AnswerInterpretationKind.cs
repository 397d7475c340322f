namespace GuidanceFlow.Engine;

/// <summary>What an interpreter made of an answer.</summary>
public enum AnswerInterpretationKind
{
    /// <summary>It means a value.</summary>
    Match,

    /// <summary>It means nothing that the interpreter knows.</summary>
    NoMatch,

    /// <summary>It may mean one of several values, or one that is not certain.</summary>
    Ambiguous,

    /// <summary>It means something that does not fit the question.</summary>
    Invalid,
}
