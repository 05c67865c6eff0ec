using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives;
using Gan.Generators.Objectives.Divergences;

namespace Gan.Generators.Oracle;

/// <summary>The value of a loss at a logit, and whether its slope is a matter of convention there. There may be no value.</summary>
internal readonly record struct LossSample(Ball? Value, bool IsKink);

/// <summary>A loss as a function of one logit, which tells by its bits how many to compute with.</summary>
internal delegate LossSample DeclaredLoss(Ball logit);

/// <summary>The three losses of an objective as its declaration says them, before anything is rewritten: what emitted code has to compute.</summary>
internal sealed record DeclaredLosses(DeclaredLoss Real, DeclaredLoss Fake, DeclaredLoss Generator)
{
    /// <param name="declaration">One whose formulas are right.</param>
    /// <param name="parameters">The values of the hyperparameters.</param>
    public static DeclaredLosses Of(ObjectiveDeclaration declaration, IReadOnlyDictionary<string, double> parameters)
    {
        var formulas = declaration.Formulas;
        var losses = formulas.F is not null ? OfDivergence(Parse(nameof(formulas.F)), formulas.NonSaturating)
            : formulas.HasPair ? OfPair(Read(nameof(formulas.FD)), Read(nameof(formulas.FG)))
            : new(Read(nameof(formulas.Real)), Read(nameof(formulas.Fake)), Read(nameof(formulas.Generator)));
        return declaration.Smoothing is { } smoothing
            ? losses with { Real = Mixed(losses.Real, losses.Fake, smoothing.TargetFrom is { } property ? parameters[Identifier.FirstLowered(property)] : smoothing.Target) }
            : losses;

        DeclaredLoss Read(string argument) => Formula(Parse(argument));

        DeclaredLoss Formula(Expr expression) => logit =>
        {
            var evaluator = new BallEvaluator(logit, logit.Middle.Bits, parameters);
            return new(evaluator.Evaluate(expression), evaluator.MetKink);
        };

        Expr Parse(string argument) => DeclaredFormula.Parse(declaration, formulas.Given.First(formula => formula.Argument == argument)).Expression!;

        DeclaredLosses OfDivergence(Expr f, bool nonSaturating)
        {
            var (real, fake) = DivergenceDerivation.TotalVariationScale(Simplifier.Simplify(f)) is { } scale
                ? (Formula(-scale * Functions.Tanh.Of(Expr.T)), Formula(scale * Functions.Tanh.Of(Expr.T)))
                : DivergenceLosses.Of(Formula(f));
            return new(real, fake, nonSaturating ? real : logit => fake(logit) is var sample ? sample with { Value = -sample.Value } : default);
        }
    }

    /// <summary>Real(t) = f_D(-t), Fake(t) = f_D(t), Generator(t) = f_G(-t).</summary>
    private static DeclaredLosses OfPair(DeclaredLoss discriminator, DeclaredLoss generator) => new(Mirrored(discriminator), discriminator, Mirrored(generator));

    /// <summary>The loss at -t.</summary>
    public static DeclaredLoss Mirrored(DeclaredLoss loss) => logit => loss(-logit);

    /// <summary>The sum of two losses of one logit.</summary>
    public static DeclaredLoss Total(DeclaredLoss one, DeclaredLoss other) => logit =>
    {
        var (a, b) = (one(logit), other(logit));
        return new(a.Value + b.Value, a.IsKink || b.IsKink);
    };

    /// <summary>τ of one and 1 − τ of the other.</summary>
    private static DeclaredLoss Mixed(DeclaredLoss one, DeclaredLoss other, double share)
    {
        return Total(Scaled(one, static share => share), Scaled(other, static share => BigReal.Of(1, share.Bits) - share));

        DeclaredLoss Scaled(DeclaredLoss loss, Func<BigReal, BigReal> factor) => logit
            => loss(logit) is var sample ? sample with { Value = sample.Value * Ball.Of(factor(BigReal.Of(share, logit.Middle.Bits))) } : default;
    }
}
