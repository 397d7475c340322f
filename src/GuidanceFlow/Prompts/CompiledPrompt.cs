using GuidanceFlow.Templates;

namespace GuidanceFlow.Prompts;

/// <summary>A message with its templates parsed.</summary>
internal sealed record CompiledPrompt(Template Text, CompiledBlock[] Blocks, CompiledVariant[] Variants);

/// <summary>A wording that may stand for the text. Without a condition it goes to the sessions whose percentile is below <paramref name="Below"/> and not below that of the one before.</summary>
internal sealed record CompiledVariant(string Id, Expression? When, int Below, Template Text);

/// <summary>A block with its templates parsed.</summary>
internal abstract record CompiledBlock;

/// <summary>A table; either <paramref name="Rows"/> or <paramref name="From"/> with <paramref name="Cells"/>.</summary>
internal sealed record CompiledTable(Template? Title, Template[] Columns, Template[][] Rows, Expression? From, Template[] Cells) : CompiledBlock;

/// <summary>A checklist.</summary>
internal sealed record CompiledChecklist(Template? Title, CompiledChecklistItem[] Items) : CompiledBlock;

/// <summary>An item of a checklist.</summary>
internal sealed record CompiledChecklistItem(Template Text, Expression? Done);

/// <summary>Progress by stage; made when the message is.</summary>
internal sealed record CompiledProgress : CompiledBlock;

/// <summary>A picture.</summary>
internal sealed record CompiledImage(string Url, Template Alt, Template? Caption) : CompiledBlock;

/// <summary>A knowledge entry, ready to show.</summary>
internal sealed record CompiledKnowledge(KnowledgeBlock Block) : CompiledBlock;
