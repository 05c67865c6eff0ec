namespace Gan.Generators.Tests.Rules;

public sealed class PenaltyCombinationRulesTests
{
    [Theory]
    [InlineData("[R1] [R2]")]
    [InlineData("[WeightClip] [Drift] [LeCam] [PathLength]")]
    [InlineData("[GradientPenalty] [Drift] [LeCam]")]
    [InlineData("[WeightClip] [R1(FiniteDifference = 0.1)]")]
    [InlineData("[R1] [WeightClip]")]
    [InlineData("[R1] [GradientPenalty(Target = 0)] [Dragan(Target = 0)]")]
    [InlineData("[R1] [GradientPenalty(OneSided = true)]")]
    [InlineData("[R2] [Dragan]")]
    [InlineData("[GradientPenalty] [Dragan]")]
    [InlineData("[R1] [GradientPenalty(At = PenaltyPoint.Real, Norm = GradientNorm.PerPixel)]")]
    [InlineData("[WeightClip] [GradientPenalty(Weight = 0)]")]
    [InlineData("[R1(Gamma = 0)] [GradientPenalty(At = PenaltyPoint.Real)]")]
    public void They_go_together(string penalties) => Verify(penalties);

    [Theory]
    [InlineData("[{|GAN038:WeightClip|}] [GradientPenalty]", "GradientPenalty", "keeps it from the 1 that the penalty asks for")]
    [InlineData("[Dragan(Target = 0.5), {|GAN038:WeightClip(0.1)|}]", "Dragan", "keeps it from the 0.5 that the penalty asks for")]
    [InlineData("[{|GAN038:WeightClip|}] [GradientPenalty(OneSided = true)]", "GradientPenalty", "leaves the penalty nothing to do")]
    public void A_clip_and_a_gradient_penalty(string penalties, string name, string effect)
        => Assert.Equal([$"The weight clip and {name} both limit the slope of D, and the clip {effect}: keep one of them"], Verify(penalties));

    [Theory]
    [InlineData("[R1(Weight = 3)] [{|GAN039:GradientPenalty(At = PenaltyPoint.Real, Weight = 1)|}]", "R1 and GradientPenalty", "real", "together they equal one penalty of weight 4 and target 0.25, so write that one")]
    [InlineData("[GradientPenalty(At = PenaltyPoint.Fake, Target = 2, Weight = 4)] [{|GAN039:R2(Gamma = 8)|}]", "GradientPenalty and R2", "generated", "together they equal one penalty of weight 8 and target 1, so write that one")]
    [InlineData("[R1] [{|GAN039:GradientPenalty(At = PenaltyPoint.Real, OneSided = true)|}]", "R1 and GradientPenalty", "real", "keep one of them")]
    [InlineData("[R1] [{|GAN039:GradientPenalty(At = PenaltyPoint.Real, Target = 0, Every = 4)|}]", "R1 and GradientPenalty", "real", "keep one of them")]
    public void Two_at_one_point(string penalties, string names, string samples, string instead)
        => Assert.Equal([$"{names} both act on the gradient at the {samples} samples: {instead}"], Verify(penalties));

    [Fact]
    public void The_same_penalty_twice() => Verify("[GradientPenalty] [{|GAN039:GradientPenalty|}] [{|GAN039:{|GAN039:GradientPenalty|}|}]");

    [Theory]
    [InlineData("[R1] [{|GAN040:GradientPenalty|}]", "R1 pulls the norm of the gradient to 0 at the real samples, GradientPenalty to 1 between real and generated samples")]
    [InlineData("[GradientPenalty] [{|GAN040:R2|}]", "GradientPenalty pulls the norm of the gradient to 1 between real and generated samples, R2 to 0 at the generated samples")]
    [InlineData("[R1(FiniteDifference = 0.1)] [{|GAN040:GradientPenalty|}]", "R1 pulls the norm of the gradient to 0 at the real samples, GradientPenalty to 1 between real and generated samples")]
    [InlineData("[R1] [{|GAN040:Dragan|}]", "R1 pulls the norm of the gradient to 0 at the real samples, Dragan to 1 around the real samples")]
    public void Different_targets_at_places_that_meet(string penalties, string message)
        => Assert.Equal([message + ", which meet: give them one target, or keep one of them"], Verify(penalties));

    [Fact]
    public void One_sided_at_zero()
        => Assert.Equal(
            ["OneSided has no effect here, because no norm lies below the target 0: remove it"],
            Verify("[GradientPenalty(Target = 0, OneSided = {|GAN041:true|})]"));

    [Fact]
    public void Penalties_in_error_are_not_compared() => Verify("[R1(Weight = {|GAN030:-1|})] [GradientPenalty] [WeightClip]");

    private static IReadOnlyList<string> Verify(string penalties)
        => AnalyzerTest.Verify($"""[GanObjective(FD = "t", FG = "t")] {penalties} public sealed partial class Mine;""");
}
