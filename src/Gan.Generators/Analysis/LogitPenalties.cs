using Gan.Generators.Declarations;
using Gan.Generators.Expressions;

namespace Gan.Generators.Analysis;

/// <summary>
/// The penalties that are functions of the logits, as parts of the losses: drift adds w·t² to Real; LeCam adds w·max(0, t − a_F)² to Real and w·max(0, a_R − t)² to Fake.
/// They keep a critic's logits from running away without limiting its slope.
/// </summary>
internal static class LogitPenalties
{
    public static bool AreIn(EquatableArray<PenaltyDeclaration> penalties) => penalties.Any(static p => p is { Weight: > 0 } and (DriftPenaltyDeclaration or LeCamPenaltyDeclaration));

    public static Curve OfReal(Curve real, EquatableArray<PenaltyDeclaration> penalties) => With(real, penalties, static penalty => penalty switch
    {
        DriftPenaltyDeclaration drift => drift.Weight * Functions.Square.Of(Expr.T),
        LeCamPenaltyDeclaration leCam => leCam.Weight * Functions.Square.Of(Functions.Relu.Of(Expr.T)),
        _ => null,
    });

    public static Curve OfFake(Curve fake, EquatableArray<PenaltyDeclaration> penalties) => With(fake, penalties, static penalty => penalty switch
    {
        LeCamPenaltyDeclaration leCam => leCam.Weight * Functions.Square.Of(Functions.Relu.Of(-Expr.T)),
        _ => null,
    });

    // LeCam's averages stand at 0 here: where they stand moves its parabolas, and changes nothing of what has a bound.
    private static Curve With(Curve loss, EquatableArray<PenaltyDeclaration> penalties, Func<PenaltyDeclaration, Expr?> termOf) =>
        loss.With(penalties.Where(static p => p.Weight > 0).Select(termOf).OfType<Expr>().Aggregate(loss.Formula, static (sum, term) => sum + term));
}
