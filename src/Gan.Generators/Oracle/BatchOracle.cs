using Gan.Generators.Declarations;
using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives;

namespace Gan.Generators.Oracle;

/// <summary>A loss of some logits and its derivatives in each.</summary>
internal sealed record BatchSample(double Value, IReadOnlyList<double> RealSlopes, IReadOnlyList<double> FakeSlopes);

/// <summary>
/// The losses of an objective with batch functions, as its declaration says them, in big floats: what emitted code has to compute. Derivatives are differences, in which what is
/// detached stays where it was.
/// </summary>
/// <param name="declaration">One whose formulas are right.</param>
internal sealed class BatchOracle(ObjectiveDeclaration declaration)
{
    private const int Bits = 512;

    // A batch of so many nodes takes some ten milliseconds.
    private const int MaxSize = 120;

    private readonly Dictionary<string, double> _parameters = declaration.Hyperparameters.ToDictionary(static h => h.FormulaName, static h => h.Default ?? 0);

    /// <summary>The means of Real over the real logits and of Fake over the fake ones, added; null where it has no value, has a kink there, or takes too much time.</summary>
    public BatchSample? OfDiscriminator(double[] real, double[] fake)
        => Of(real, fake, batch => batch.Mean(Parse(nameof(DeclaredFormulas.Real)), BatchSide.Real) + batch.Mean(Parse(nameof(DeclaredFormulas.Fake)), BatchSide.Fake), nameof(DeclaredFormulas.Real), nameof(DeclaredFormulas.Fake));

    /// <summary>The mean of Generator over the fake logits.</summary>
    public BatchSample? OfGenerator(double[] real, double[] fake) => Of(real, fake, batch => batch.Mean(Parse(nameof(DeclaredFormulas.Generator)), BatchSide.Fake), nameof(DeclaredFormulas.Generator));

    /// <summary>The next value of a state after step 0, before it is clamped; null where it is not known.</summary>
    public double? OfUpdate(FormulaText update, double[] real, double[] fake)
        => DeclaredFormula.Parse(declaration, update).Expression is { Size: <= MaxSize } formula ? Known(new Batch([.. real.Select(Exact)], [.. fake.Select(Exact)], _parameters, null).Number(formula)) : null;

    private Expr Parse(string argument) => DeclaredFormula.Parse(declaration, declaration.Formulas.Given.First(formula => formula.Argument == argument)).Expression!;

    private BatchSample? Of(double[] real, double[] fake, Func<Batch, Ball?> loss, params string[] formulas)
    {
        if (formulas.Sum(formula => Parse(formula).Size) > MaxSize) return null;
        var here = new Batch([.. real.Select(Exact)], [.. fake.Select(Exact)], _parameters, null);
        if (Known(loss(here)) is not { } value) return null;
        double?[] ofReal = [.. real.Select((_, i) => SlopeIn(i, here.Real, real => new Batch(real, here.Fake, _parameters, here)))];
        double?[] ofFake = [.. fake.Select((_, i) => SlopeIn(i, here.Fake, fake => new Batch(here.Real, fake, _parameters, here)))];
        return ofReal.Concat(ofFake).All(static slope => slope is not null) ? new(value, [.. ofReal.Select(static slope => slope!.Value)], [.. ofFake.Select(static slope => slope!.Value)]) : null;

        double? SlopeIn(int index, Ball[] logits, Func<Ball[], Batch> moved)
            => Known(Difference.Slope(x => loss(moved([.. logits.Select((logit, i) => i == index ? x : logit)])), logits[index].Middle, -Bits / 6));
    }

    private static Ball Exact(double logit) => Ball.Of(BigReal.Of(logit, Bits));

    /// <summary>To more bits than a double has.</summary>
    private static double? Known(Ball? value) => value is { IsUnknown: false } ball && (ball.IsExact || ball.Error <= Math.Max(ball.Middle.Magnitude, -20) - 60) ? ball.Middle.ToDouble() : null;

    /// <summary>Both batches, and formulas over them.</summary>
    /// <param name="detached">Where what is detached is taken from; null for the batch itself.</param>
    private sealed class Batch(Ball[] real, Ball[] fake, IReadOnlyDictionary<string, double> parameters, Batch? detached)
    {
        private readonly BallMath _math = new(Bits);
        private readonly Dictionary<Statistic, Ball?> _known = [];

        public Ball[] Real => real;

        public Ball[] Fake => fake;

        public Ball? Mean(Expr loss, BatchSide side) => Elements(loss, side) is { } losses ? Ball.Divide(losses.Aggregate(static (x, y) => x + y), _math.Whole(losses.Length)) : null;

        /// <summary>A formula of statistics alone, at step 0.</summary>
        public Ball? Number(Expr formula) => new BallEvaluator(Exact(0), Bits, parameters, part => OfStatistic((Statistic)part)).Evaluate(formula);

        private Ball[]? Elements(Expr formula, BatchSide side)
        {
            var values = Logits(side).Select((logit, i) => ValueAt(formula, side, i)).ToArray();
            return values.All(static value => value is { IsUnknown: false }) ? [.. values.Select(static value => value!.Value)] : null;
        }

        private Ball[] Logits(BatchSide side) => side == BatchSide.Real ? real : fake;

        private Ball? ValueAt(Expr formula, BatchSide side, int index)
            => new BallEvaluator(Logits(side)[index], Bits, parameters, part => part is Statistic statistic ? OfStatistic(statistic) : (detached ?? this).ValueAt(((Call)part).Argument, side, index)).Evaluate(formula);

        private Ball? OfStatistic(Statistic statistic)
        {
            if (!_known.TryGetValue(statistic, out var value))
                _known.Add(statistic, value = Elements(statistic.Element, statistic.Side) is { } elements ? statistic.Function.Exact(_math, elements) : null);
            return value;
        }
    }
}
