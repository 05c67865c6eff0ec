using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Objectives.Divergences;

/// <summary>Writes a sum of monomials in u as a formula of the logit v, u = e^v, so that it neither overflows early nor cancels.</summary>
internal static class LogRatioForm
{
    private static readonly Expr s_v = Expr.T;

    public static Expr Of(PowerSum sum)
    {
        var terms = sum.Terms.Select(static term => (term.Coefficient, Factor: FactorOf(term))).ToList();
        return Simplifier.Simplify(WithoutCancellation(Split(terms)));
    }

    /// <summary>The monomial without its coefficient: u^p is e^(pv), log u is v, log(a u + b) a softplus, 1/(a u + b) a sigmoid.</summary>
    private static Expr FactorOf(Monomial term)
    {
        Expr product = Expr.One, exponent = Expr.Zero;
        var hasPowerOfU = term.ExponentOf(Expr.T) != 0;
        foreach (var power in term.Powers)
        {
            if (power.Base is Logit)
                exponent += power.Exponent * s_v;
            else if (PowerSum.LineOf(power.Base) is ( > 0, > 0) and var line)
                (product, exponent) = WithLine(product, exponent, line, power.Exponent, hasPowerOfU);
            else
                product *= Raise(AtomOf(power.Base), power.Exponent);
        }

        return exponent.Equals(Expr.Zero) ? product : Functions.Exp.Of(exponent) * product;
    }

    /// <summary>(a u + b)^p = b^p σ(-x)^(-p) with x = v + log(a/b). Beside a power of u both go into one exponent, or an overflow would meet a zero.</summary>
    private static (Expr Product, Expr Exponent) WithLine(Expr product, Expr exponent, (double Slope, double Offset) line, double power, bool hasPowerOfU)
    {
        product *= Math.Pow(line.Offset, power);
        return power < 0 && !hasPowerOfU
            ? (product * Raise(Functions.Sigmoid.Of(-Shifted(line)), -power), exponent)
            : (product, exponent + (power * Functions.Softplus.Of(Shifted(line))));
    }

    private static Expr AtomOf(Expr atom)
    {
        if (atom is Call { Function.Name: "log" } call)
        {
            if (call.Argument is Logit)
                return s_v;
            if (PowerSum.LineOf(call.Argument) is ( > 0, > 0) and var line)
                return Math.Log(line.Offset) + Functions.Softplus.Of(Shifted(line));
        }

        return atom.ReplaceLogit(Functions.Exp.Of(s_v));
    }

    private static Expr Shifted((double Slope, double Offset) line) => s_v + Math.Log(line.Slope / line.Offset);

    private static Expr Raise(Expr x, double exponent) => exponent == 1 ? x : Functions.Pow.Of(x, exponent);

    /// <summary>Takes sums apart that a logarithm brought: the rules below look at single terms.</summary>
    private static List<(double Coefficient, Expr Factor)> Split(List<(double Coefficient, Expr Factor)> terms)
        => [.. terms.SelectMany(static term => term.Factor is Sum sum ? sum.Terms.Select(inner => Scale(inner, term.Coefficient)) : [Scale(term.Factor, term.Coefficient)])];

    private static (double Coefficient, Expr Factor) Scale(Expr factor, double coefficient)
        => factor is Constant c ? (coefficient * c.Value, Expr.One) : (coefficient, factor);

    private static Expr WithoutCancellation(List<(double Coefficient, Expr Factor)> terms)
    {
        var constant = terms.Where(static t => t.Factor.Equals(Expr.One)).Sum(static t => t.Coefficient);
        var linear = terms.Where(static t => t.Factor.Equals(s_v)).Sum(static t => t.Coefficient);
        var others = terms.Where(static t => !t.Factor.Equals(Expr.One) && !t.Factor.Equals(s_v)).ToList();
        MirrorSoftplus(others, ref linear, ref constant);
        var exponentials = others.Where(static t => t.Factor is Call { Function.Name: "exp" }).ToList();
        if (exponentials.Count > 0 && constant == -exponentials.Sum(static t => t.Coefficient))
        {
            // The terms cancel at v = 0: c e^x - c is c expm1(x).
            others = [.. others.Select(static t => t.Factor is Call { Function.Name: "exp" } exp ? (t.Coefficient, Functions.Expm1.Of(exp.Argument)) : t)];
            constant = 0;
        }

        return others.Aggregate(linear * s_v + constant, static (sum, term) => term.Coefficient * term.Factor + sum);
    }

    /// <summary>softplus(x) - x = softplus(-x): what grows on both sides must not be subtracted.</summary>
    private static void MirrorSoftplus(List<(double Coefficient, Expr Factor)> terms, ref double linear, ref double constant)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            if (terms[i] is not (var c, Call { Function.Name: "softplus" } call) || c == 0 || linear != -c)
                continue;
            terms[i] = (c, Functions.Softplus.Of(Simplifier.Simplify(-call.Argument)));
            constant += c * Simplifier.Simplify(call.Argument - s_v).Evaluate(0, new Dictionary<string, double>());
            linear = 0;
        }
    }
}
