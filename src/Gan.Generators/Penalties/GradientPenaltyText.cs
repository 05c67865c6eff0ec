using Gan.Dsl;
using Gan.Generators.Basics;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Formulas.Writing;

namespace Gan.Generators.Penalties;

/// <summary>A gradient penalty as people read it, without its weight.</summary>
internal static class GradientPenaltyText
{
    /// <summary>A mean of squares as papers write it; all else as formulas in the norm n and the logit t.</summary>
    public static string Of(GradientPenalty penalty)
    {
        var point = PointOf(penalty);
        var norm = $"‖∇D({point})‖{(penalty.Order == 2 ? "" : double.IsPositiveInfinity(penalty.Order) ? "_∞" : "_" + Numbers.Text(penalty.Order))}";
        var distance = $"{norm} − {Numbers.Text(penalty.Target)}";
        var where = penalty.At == PenaltyPoint.Both ? ", y from both batches" : "";
        if (IsPlain(penalty))
            return (penalty.OneSided ? $"E max(0, {distance})²" : $"E({distance})²") + where;

        var cost = penalty.Factor is null ? CostText(penalty) : $"{Atomic(TextOf(penalty.Factor))} · {Atomic(CostText(penalty))}";
        return $"{(IsOfLargest(penalty) ? "max[" : "E[")}{cost}], n = {norm}{(penalty.Factor is null ? "" : $", t = D({point})")}{where}";
    }

    public static string LatexOf(GradientPenalty penalty)
    {
        var point = penalty.At switch { PenaltyPoint.Real => "x", PenaltyPoint.Fake => "G(z)", PenaltyPoint.Both => "y", PenaltyPoint.AroundReal => @"x + \varepsilon", _ => @"\alpha x + (1 - \alpha) G(z)" };
        var norm = $@"\lVert\nabla D({point})\rVert{(penalty.Order == 2 ? "" : double.IsPositiveInfinity(penalty.Order) ? @"_{\infty}" : $"_{{{LatexNames.Number(penalty.Order)}}}")}";
        if (IsPlain(penalty))
        {
            return penalty.OneSided
                ? $@"\mathbb{{E}}\max\left(0, {norm} - {LatexNames.Number(penalty.Target)}\right)^2"
                : $@"\mathbb{{E}}\left({norm} - {LatexNames.Number(penalty.Target)}\right)^2";
        }

        var factor = penalty.Factor?.Meaning is { } meaning ? $@"\left({LatexPrinter.Print(meaning, $"D({point})")}\right) " : "";
        var cost = CostOf(penalty) is { } formula ? LatexPrinter.Print(formula, $"{{{norm}}}") : "";
        return $@"{(IsOfLargest(penalty) ? @"\max" : @"\mathbb{E}")}\left[{factor}{(factor.Length > 0 ? $@"\left({cost}\right)" : cost)}\right]";
    }

    private static string TextOf(PenaltyFormula formula) => formula.Meaning is { } meaning ? TextPrinter.Print(meaning, formula.Variable) : formula.Text;

    private static string CostText(GradientPenalty penalty) => CostOf(penalty) is { } cost ? TextPrinter.Print(cost, PenaltyFormula.NormName) : penalty.Formula!.Text;

    private static string Atomic(string formula) => LogitText.IsAtomic(formula) ? formula : $"({formula})";

    private static bool IsOfLargest(GradientPenalty penalty) => penalty.Reduce == PenaltyReduction.Max;

    private static bool IsPlain(GradientPenalty penalty) => penalty is { Formula: null, Factor: null } && !IsOfLargest(penalty);

    /// <summary>What a norm costs; null where the formula has an error.</summary>
    private static Expr? CostOf(GradientPenalty penalty)
    {
        if (penalty.Formula is { } formula) return formula.Meaning;
        var distance = penalty.Target == 0 ? Expr.T : Expr.T - penalty.Target;
        return Functions.Square.Of(penalty is { OneSided: true, Target: > 0 } ? Functions.Relu.Of(distance) : distance);
    }

    private static string PointOf(GradientPenalty penalty) => penalty.At switch
    {
        PenaltyPoint.Real => "x",
        PenaltyPoint.Fake => "G(z)",
        PenaltyPoint.Both => "y",
        PenaltyPoint.AroundReal => $"x + α·{Numbers.Text(DraganPenalty.UsualScale)}·std(x)·U(0, 1)",
        _ => "αx + (1 − α)G(z)",
    };
}
