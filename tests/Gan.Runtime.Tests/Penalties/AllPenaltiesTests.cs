using Gan.Dsl;
using Gan.Runtime.Testing;

namespace Gan.Runtime.Tests.Penalties;

/// <summary>Every penalty, with every option, against central differences, at zero gradient, and for leaks.</summary>
public class AllPenaltiesTests
{
    private static readonly DiscriminatorPenalty[] All =
    [
        new R1Penalty(),
        new R2Penalty { Weight = 0.1, Every = 16 },
        new R1Penalty { FiniteDifference = 0.01 },
        new R2Penalty { FiniteDifference = 0.5 },
        new DriftPenalty { Weight = 1 },
        new DraganPenalty(),
        new DraganPenalty { Noise = DraganNoise.Gaussian, Scale = 0.3, Target = 0.5 },
        .. from point in Enum.GetValues<PenaltyPoint>()
           from norm in Enum.GetValues<GradientNorm>()
           from oneSided in new[] { false, true }
           from target in new[] { 0, 1.5 }
           select new GradientPenalty { At = point, Norm = norm, OneSided = oneSided, Target = target },
        .. from point in Enum.GetValues<PenaltyPoint>()
           from order in new[] { 1, 1.5, 3, double.PositiveInfinity }
           select new GradientPenalty { At = point, Order = order, Formula = static n => n.pow(3), Factor = static t => t.sigmoid(), Reduce = PenaltyReduction.Max },
    ];

    public static TheoryData<int> Indices => new(Enumerable.Range(0, All.Length));

    [Theory]
    [MemberData(nameof(Indices))]
    public void Its_second_order_gradient_is_right(int index) => PenaltyChecks.SecondOrderGradient(All[index].Evaluate);

    [Theory]
    [MemberData(nameof(Indices))]
    public void It_is_finite_at_zero_gradient(int index) => PenaltyChecks.ZeroGradientIsFinite(All[index].Evaluate);

    [Theory]
    [MemberData(nameof(Indices))]
    public void It_leaks_nothing(int index) => PenaltyChecks.NothingLeaks(All[index].Evaluate);
}
