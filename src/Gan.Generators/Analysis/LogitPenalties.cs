using Gan.Generators.Analysis.Certificates;
using Gan.Generators.Basics;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Penalties;

namespace Gan.Generators.Analysis;

/// <summary>The penalties that are functions of the logits, as parts of the losses. They keep a critic's logits from running away without limiting its slope.</summary>
internal static class LogitPenalties
{
    public static bool AreIn(EquatableArray<Penalty> penalties) => penalties.Any(static penalty => (penalty.RealTerm ?? penalty.FakeTerm) is not null) || MayBeIn(penalties);

    /// <summary>Whether a penalty whose effect is not known may be one.</summary>
    public static bool MayBeIn(EquatableArray<Penalty> penalties) => penalties.Any(static penalty => penalty.MayBound);

    /// <summary>Whether D's optimum is changed in a way that is not known.</summary>
    public static bool ChangeOptimum(EquatableArray<Penalty> penalties) => penalties.Any(static penalty => penalty is { IsUnknown: true, IsOfGenerator: false });

    /// <summary>What a penalty that is never negative leaves of a verdict on the loss without it.</summary>
    public static Verdict With(Verdict isBounded, EquatableArray<Penalty> penalties)
        => isBounded.IsRefuted && MayBeIn(penalties) ? new Verdict.Unknown("a penalty of the objective's own may hold what the loss does not") : isBounded;

    public static Curve OfReal(Curve real, EquatableArray<Penalty> penalties) => With(real, penalties.Select(static penalty => penalty.RealTerm), LossNames.RealPenalty);

    public static Curve OfFake(Curve fake, EquatableArray<Penalty> penalties) => With(fake, penalties.Select(static penalty => penalty.FakeTerm), LossNames.FakePenalty);

    private static Curve With(Curve loss, IEnumerable<Expr?> terms, string name) =>
        terms.OfType<Expr>().ToList() is { Count: > 0 } added ? loss.With(added.Aggregate(loss.Formula, static (sum, term) => sum + term), $"{loss.Name} + {name}") : loss;
}
