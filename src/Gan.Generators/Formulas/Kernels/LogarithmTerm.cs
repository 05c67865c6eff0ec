using Gan.Generators.Basics;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Formulas.Writing;

namespace Gan.Generators.Formulas.Kernels;

/// <summary>
/// A loss as rest + weight·log(1 + e^-|u|). Of softplus(u) = max(0, u) + log(1 + e^-|u|) only the maximum stays in the rest, so that a kernel can take
/// the logarithm of many logits' product at once.
/// </summary>
/// <param name="Weight">Without t.</param>
/// <param name="Argument">u; -u has the same logarithm.</param>
internal sealed record LogarithmTerm(Expr Weight, Expr Argument, Expr Rest)
{
    /// <summary>The term of the first logarithm that the loss is linear in, with those of the same |u|; null where there is none.</summary>
    public static LogarithmTerm? Of(Expr loss)
    {
        Expr weight = Expr.Zero;
        Expr? argument = null;
        var rest = Linear(loss, Expr.One);
        if (argument is null) return null;
        weight = Simplifier.Simplify(weight);
        return weight is Constant { Value: 0 } ? null : new(weight, argument, Simplifier.Simplify(rest));

        Expr Linear(Expr part, Expr factor)
        {
            switch (part)
            {
                case Sum sum:
                    return new Sum(sum.Terms.Select(term => Linear(term, factor)).ToEquatableArray());
                case Product product when product.Factors.Count(static f => !ScalarPrinter.CanPrint(f)) == 1:
                    var scale = product.Factors.Where(ScalarPrinter.CanPrint).Aggregate(factor, static (all, f) => all * f);
                    return new Product(product.Factors.Select(f => ScalarPrinter.CanPrint(f) ? f : Linear(f, scale)).ToEquatableArray());
                case Quotient quotient when ScalarPrinter.CanPrint(quotient.Denominator):
                    return new Quotient(Linear(quotient.Numerator, factor / quotient.Denominator), quotient.Denominator);
                case Call { HasLogit: true } call when call.Function.WithoutLogarithm(call.Argument) is { } rest && (argument ??= KernelLowering.Unsigned(call.Argument)).Equals(KernelLowering.Unsigned(call.Argument)):
                    weight += factor;
                    return rest;
                default:
                    return part;
            }
        }
    }
}
