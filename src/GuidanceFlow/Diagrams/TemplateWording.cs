using System.Text;
using GuidanceFlow.Compilation;
using GuidanceFlow.Templates;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Syntax;

namespace GuidanceFlow.Diagrams;

/// <summary>
/// A template as a person would quote it: what is filled in stands as <c>‹name›</c> or <c>…</c>, what depends on a condition as its first case,
/// and what is known of the stage is filled in.
/// </summary>
internal sealed class TemplateWording
{
    private const string Hidden = "…";
    private readonly StringBuilder _text = new();
    private readonly string _source;
    private readonly FlowStage _stage;

    private TemplateWording(string source, FlowStage stage)
    {
        _source = source;
        _stage = stage;
    }

    public static string Of(Template template, FlowStage stage)
    {
        var parser = new TextParser();
        parser.Start(template.Source, TemplateOptions.Default.MaxNesting);
        var wording = new TemplateWording(template.Source, stage);
        wording.Add(parser.ReadTemplate());
        return LabelText.Clean(wording._text.ToString());
    }

    private void Add(BlockSyntax block)
    {
        foreach (StatementSyntax statement in block.Statements)
        {
            switch (statement)
            {
                case TextSyntax text:
                    _text.Append(_source, text.Span.Start, text.Span.Length);
                    break;
                case PrintSyntax print:
                    _text.Append(Filled(print.Expression));
                    break;
                case IfSyntax conditional:
                    Add(conditional.Branches[0].Body);
                    break;
                case ForSyntax loop:
                    Add(loop.Body);
                    break;
                case WhileSyntax loop:
                    Add(loop.Body);
                    break;
                case CaseSyntax { Branches: [var first, ..] }:
                    Add(first.Body);
                    break;
                case BlockSyntax inner:
                    Add(inner);
                    break;
                default:
                    break;
            }
        }
    }

    private string Filled(ExpressionSyntax expression) => expression switch
    {
        LiteralSyntax literal => GuardWording.Plain(literal.Value),
        NameSyntax name => $"‹{LabelText.Words(name.Name)}›",
        PathSyntax { Target: NameSyntax { Name: "stage" }, Links: [{ Member: { } member }] } => member switch
        {
            "title" => _stage.Title,
            "id" => _stage.Id,
            "index" => GuardWording.Number(_stage.Number),
            "count" => GuardWording.Number(_stage.Count),
            _ => Hidden,
        },
        PathSyntax { Target: NameSyntax { Name: "labels" or "answers" }, Links: [{ Index: LiteralSyntax id }] } => $"‹{LabelText.Words(GuardWording.Plain(id.Value))}›",
        PathSyntax { Links: [.., { Member: not (null or "size") and { } last }] } => $"‹{LabelText.Words(last)}›",
        ChainSyntax { First: var first, Links: [{ Sign: TokenKind.QuestionQuestion or TokenKind.Pipe }, ..] } => Filled(first),
        _ => Hidden,
    };
}
