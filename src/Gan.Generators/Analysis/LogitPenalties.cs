using Gan.Generators.Analysis.Certificates;
using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Analysis;

/// <summary>
/// The penalties that are functions of the logits, as parts of the losses: drift adds w·t² to Real; LeCam adds w·max(0, t − a_F)² to Real and w·max(0, a_R − t)² to Fake.
/// They keep a critic's logits from running away without limiting its slope.
/// </summary>
internal static class LogitPenalties
{
    public static bool AreIn(EquatableArray<PenaltyDeclaration> penalties) => penalties.Any(static p => p is { Weight: > 0 } and (DriftPenaltyDeclaration or LeCamPenaltyDeclaration));

    public static Curve OfReal(Curve real, EquatableArray<PenaltyDeclaration> penalties) => With(real, penalties.Select(TermOfReal), LossNames.RealPenalty);

    public static Curve OfFake(Curve fake, EquatableArray<PenaltyDeclaration> penalties) => With(fake, penalties.Select(TermOfFake), LossNames.FakePenalty);

    /// <summary>What a penalty adds to Real; null where it adds nothing.</summary>
    public static Expr? TermOfReal(PenaltyDeclaration penalty) => penalty switch
    {
        DriftPenaltyDeclaration { Weight: > 0 } drift => drift.Weight * Functions.Square.Of(Expr.T),
        LeCamPenaltyDeclaration { Weight: > 0 } leCam => leCam.Weight * Functions.Square.Of(Functions.Relu.Of(Expr.T)),
        _ => null,
    };

    // LeCam's averages stand at 0 here: where they stand moves its parabolas, and changes nothing of what has a bound.

    /// <summary>What a penalty adds to Fake; null where it adds nothing.</summary>
    public static Expr? TermOfFake(PenaltyDeclaration penalty) =>
        penalty is LeCamPenaltyDeclaration { Weight: > 0 } leCam ? leCam.Weight * Functions.Square.Of(Functions.Relu.Of(-Expr.T)) : null;

    private static Curve With(Curve loss, IEnumerable<Expr?> terms, string name) =>
        terms.OfType<Expr>().ToList() is { Count: > 0 } added ? loss.With(added.Aggregate(loss.Formula, static (sum, term) => sum + term), $"{loss.Name} + {name}") : loss;
}
