using GuidanceFlow.Definitions;
using GuidanceFlow.Diagnostics;
using GuidanceFlow.Prompts;

namespace GuidanceFlow.Compilation;

/// <summary>Knowledge entries as customers read them.</summary>
internal static class Knowledge
{
    /// <summary>An entry in a language; in the flow's own for null.</summary>
    public static KnowledgeBlock In(KnowledgeDefinition entry, TranslatedTexts? texts)
    {
        SourcePath path = SourcePath.Root.Member("knowledge").Member(entry.Id);
        return new KnowledgeBlock(
            entry.Id,
            texts?.Find(path.Member("title"), entry.Title) ?? entry.Title,
            texts?.Find(path.Member("url"), entry.Url) ?? entry.Url,
            entry.Kind);
    }
}
