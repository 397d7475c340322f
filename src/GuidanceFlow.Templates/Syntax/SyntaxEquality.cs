namespace GuidanceFlow.Templates.Syntax;

/// <summary>Whether two expressions say the same, whatever their blanks, quotes and parentheses.</summary>
internal static class SyntaxEquality
{
    public static bool AreSame(ExpressionSyntax left, ExpressionSyntax right) => (left, right) switch
    {
        (LiteralSyntax one, LiteralSyntax other) => one.Value.Equals(other.Value),
        (NameSyntax one, NameSyntax other) => one.Name == other.Name,
        (PathSyntax one, PathSyntax other) => AreSame(one.Target, other.Target) && All(one.Links, other.Links, AreSame),
        (UnarySyntax one, UnarySyntax other) => one.Sign == other.Sign && AreSame(one.Operand, other.Operand),
        (ChainSyntax one, ChainSyntax other) => AreSame(one.First, other.First) && AreSame(one.Links, other.Links),
        (CallSyntax one, CallSyntax other) => AreSame(one.Callee, other.Callee) && All(one.Arguments, other.Arguments, static (a, b) => a.Name == b.Name && AreSame(a.Value, b.Value)),
        (ConditionalSyntax one, ConditionalSyntax other) =>
            AreSame(one.Condition, other.Condition) && AreSame(one.WhenTrue, other.WhenTrue) && AreSame(one.WhenFalse, other.WhenFalse),
        (PointerSyntax one, PointerSyntax other) => AreSame(one.Operand, other.Operand),
        (InterpolationSyntax one, InterpolationSyntax other) => All(one.Parts, other.Parts, AreSame),
        (ListSyntax one, ListSyntax other) => All(one.Items, other.Items, AreSame),
        (ObjectSyntax one, ObjectSyntax other) => All(one.Members, other.Members, static (a, b) => a.Name == b.Name && AreSame(a.Value, b.Value)),
        _ => false,
    };

    private static bool AreSame(ChainLinks left, ChainLinks right)
    {
        bool same = left.Length == right.Length;
        for (int i = 0; i < left.Length && same; i++)
        {
            same = left[i].Sign == right[i].Sign && AreSame(left[i].Operand, right[i].Operand);
        }

        return same;
    }

    private static bool AreSame(PathLink left, PathLink right) =>
        left.IsOptional == right.IsOptional
        && left.Member == right.Member
        && (left.Index is null ? right.Index is null : right.Index is not null && AreSame(left.Index, right.Index));

    private static bool All<T>(T[] left, T[] right, Func<T, T, bool> areSame)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (int i = 0; i < left.Length; i++)
        {
            if (!areSame(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }
}
