using GuidanceFlow.Diagnostics;

namespace GuidanceFlow.Definitions.Reading;

/// <summary>Reads lengths of time.</summary>
internal static class DurationReader
{
    /// <summary>A length of time that is longer than nothing; null when it is not given, or was reported.</summary>
    /// <param name="members">What has it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="whenNone">What to say of one that is nothing or less.</param>
    public static TimeSpan? Read(in MemberValues members, string name, string whenNone)
    {
        if (members.OptionalText(name) is not { Length: > 0 } text)
        {
            return null;
        }

        int node = members[name];
        if (!IsoDuration.TryParse(text, out TimeSpan duration))
        {
            members.Context.Invalid(node, $"{Spelling.Quote(text)} is not a length of time. {IsoDuration.Remedy}");
            return null;
        }

        if (duration <= TimeSpan.Zero)
        {
            members.Context.Invalid(node, whenNone);
        }
        else if (duration > IsoDuration.Longest)
        {
            members.Context.Invalid(node, $"{Spelling.Quote(text)} is longer than ten years. {IsoDuration.Remedy}");
            return null;
        }

        return duration;
    }
}
