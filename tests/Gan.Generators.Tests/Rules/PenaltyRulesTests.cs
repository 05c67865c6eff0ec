namespace Gan.Generators.Tests.Rules;

public sealed class PenaltyRulesTests
{
    [Theory]
    [InlineData("[R1]")]
    [InlineData("[R1(Weight = 0)]")]
    [InlineData("[R1(Gamma = 0, Every = 1)]")]
    [InlineData("[R1(Weight = 0.5)] [R2(Gamma = 3, Every = 16)]")]
    [InlineData("[GradientPenalty(Target = 0, At = PenaltyPoint.Fake, Norm = GradientNorm.PerPixel)]")]
    [InlineData("[Dragan(Noise = DraganNoise.Gaussian, Target = 0, Scale = 1e-3)]")]
    [InlineData("[R1(FiniteDifference = 0.01)] [R2(Weight = 0, FiniteDifference = 1e-3)]")]
    [InlineData("[Drift] [LeCam] [PathLength]")]
    [InlineData("[PathLength(Weight = 0, Decay = 0.5, Every = 1)]")]
    [InlineData("[Drift(Weight = 0)] [LeCam(Weight = 1, Decay = 0.5, Start = 1000)]")]
    [InlineData("[Consistency] [LatentConsistency] [LatentDiversity]")]
    [InlineData("[Consistency(Real = 0, Fake = 2, Change = ConsistencyChange.Dropout, Margin = 0.2, Layer = \"trunk.4\", LayerWeight = 0)]")]
    [InlineData("[Orthogonal] [GeneratorOrthogonal(OffDiagonal = false)] [ModeSeeking] [Distance(\"Cycle\", Weight = 10)] [Distance(\"Identity\", Squared = true, Every = 2)]")]
    [InlineData("[InstanceNoise]")]
    [InlineData("[InstanceNoise(0)]")]
    [InlineData("[WeightClip]")]
    [InlineData("[WeightClip(1)]")]
    public void In_range(string penalties) => Verify(penalties);

    [Theory]
    [InlineData("[R1(Weight = {|GAN030:-1|})]", "Weight of R1 is -1")]
    [InlineData("[R2(Every = 2, Gamma = {|GAN030:-0.5|})]", "Gamma of R2 is -0.5")]
    [InlineData("[GradientPenalty(Weight = {|GAN030:double.NaN|})]", "Weight of GradientPenalty is NaN")]
    [InlineData("[Dragan(Weight = {|GAN030:1 / 0.0|})]", "Weight of Dragan is Infinity")]
    [InlineData("[Drift(Weight = {|GAN030:-1|})]", "Weight of Drift is -1")]
    [InlineData("[LeCam(Weight = {|GAN030:-1|})]", "Weight of LeCam is -1")]
    [InlineData("[PathLength(Weight = {|GAN030:-1|})]", "Weight of PathLength is -1")]
    [InlineData("[Consistency(Real = {|GAN030:-1|})]", "Real of Consistency is -1")]
    [InlineData("[Consistency(Fake = {|GAN030:double.NaN|})]", "Fake of Consistency is NaN")]
    [InlineData("[Consistency(Layer = \"f\", LayerWeight = {|GAN030:-2|})]", "LayerWeight of Consistency is -2")]
    [InlineData("[LatentDiversity(Weight = {|GAN030:-1|})]", "Weight of LatentDiversity is -1")]
    public void Weight(string penalties, string message)
        => Assert.StartsWith(message + ", which would reward", Assert.Single(Verify(penalties)));

    [Theory]
    [InlineData("[R1(Every = {|GAN031:0|})]", "Every of R1 is 0")]
    [InlineData("[R2(Every = {|GAN031:-3|})]", "Every of R2 is -3")]
    [InlineData("[GradientPenalty(Every = {|GAN031:int.MinValue|})]", "Every of GradientPenalty is -2147483648")]
    [InlineData("[Dragan(Every = {|GAN031:1 - 1|})]", "Every of Dragan is 0")]
    [InlineData("[PathLength(Every = {|GAN031:0|})]", "Every of PathLength is 0")]
    public void Every(string penalties, string message)
        => Assert.StartsWith(message + ", but it counts the steps", Assert.Single(Verify(penalties)));

    [Theory]
    [InlineData("[Consistency(Margin = {|GAN140:-1|})]", "Margin of Consistency is -1, but it must be a finite number 0 or more, the cost of a sample that is not penalised")]
    [InlineData("[LatentConsistency(Deviation = {|GAN140:0|})]", "Deviation of LatentConsistency is 0, but it must be a finite number above 0, the standard deviation of the step between two latents")]
    [InlineData("[LatentDiversity(Deviation = {|GAN140:1 / 0.0|})]", "Deviation of LatentDiversity is Infinity, but it must be a finite number above 0, the standard deviation of the step between two latents")]
    public void Range(string penalties, string message) => Assert.Equal([message], Verify(penalties));

    [Theory]
    [InlineData("[Distance({|GAN141:\"cycle loss\"|})]", "cycle loss")]
    [InlineData("[Distance({|GAN141:\"\"|}, Weight = 3)]", "")]
    [InlineData("[Distance({|GAN141:null!|})]", "")]
    [InlineData("[Distance({|GAN141:\"1st\"|})]", "1st")]
    public void A_distances_name(string penalties, string name)
        => Assert.Equal([$"'{name}' names the term and the method that computes it, but it is not an identifier: give a name such as \"Cycle\""], Verify(penalties));

    [Fact]
    public void Weight_and_gamma()
        => Assert.Equal(["R1 gives both Weight and Gamma, though Weight = Gamma / 2: keep one of them"], Verify("[{|GAN032:R1(Weight = 5, Gamma = 10)|}]"));

    [Fact]
    public void Of_two_contradicting_numbers_none_is_checked() => Verify("[{|GAN032:R2(Gamma = -1, Weight = -1)|}]");

    [Theory]
    [InlineData("[GradientPenalty(Target = {|GAN033:-1|})]", "Target of GradientPenalty is -1")]
    [InlineData("[Dragan(Target = {|GAN033:double.NaN|})]", "Target of Dragan is NaN")]
    public void Target(string penalties, string message)
        => Assert.Equal([message + ", but it is compared with a norm: give a finite number, 0 or more"], Verify(penalties));

    [Theory]
    [InlineData("[Dragan(Scale = {|GAN034:0|})]", "0")]
    [InlineData("[Dragan(Noise = DraganNoise.Gaussian, Scale = {|GAN034:-2|})]", "-2")]
    public void Scale(string penalties, string value)
        => Assert.StartsWith($"Scale of Dragan is {value}, but it is the size of the noise", Assert.Single(Verify(penalties)));

    [Theory]
    [InlineData("[R1(FiniteDifference = {|GAN046:0|})]", "R1", "0")]
    [InlineData("[R2(FiniteDifference = {|GAN046:-0.1|}, Gamma = 1)]", "R2", "-0.1")]
    [InlineData("[R2(FiniteDifference = {|GAN046:double.NaN|})]", "R2", "NaN")]
    public void Difference_step(string penalties, string name, string value)
        => Assert.StartsWith($"FiniteDifference of {name} is {value}, but it is the size σ", Assert.Single(Verify(penalties)));

    [Theory]
    [InlineData("[LeCam(Decay = {|GAN047:1|})]", "LeCam is 1", "above 0 and below 1")]
    [InlineData("[LeCam(Decay = {|GAN047:0|})]", "LeCam is 0", "above 0 and below 1")]
    [InlineData("[LeCam(Decay = {|GAN047:double.NaN|})]", "LeCam is NaN", "above 0 and below 1")]
    [InlineData("[PathLength(Decay = {|GAN047:-0.01|})]", "PathLength is -0.01", "from 0.5 to below 1")]
    [InlineData("[PathLength(Decay = {|GAN047:1|})]", "PathLength is 1", "from 0.5 to below 1")]
    [InlineData("[PathLength(Decay = {|GAN047:double.NaN|})]", "PathLength is NaN", "from 0.5 to below 1")]
    [InlineData("[PathLength(Decay = {|GAN047:0.01|})]", "PathLength is 0.01", "from 0.5 to below 1, 0.99 if it moves by 0.01 of the way")]
    public void Decay(string penalties, string what, string range)
        => Assert.Equal([$"Decay of {what}, but it is the share of a moving average that each step keeps: give a number {range}"], Verify(penalties));

    [Fact]
    public void Start() => Assert.Equal(["Start of LeCam is -1, but it is the number of its first step: give 0 or more"], Verify("[LeCam(Start = {|GAN048:-1|})]"));

    [Theory]
    [InlineData("[WeightClip({|GAN035:0|})]", "0")]
    [InlineData("[WeightClip(limit: {|GAN035:-0.01|})]", "-0.01")]
    [InlineData("[WeightClip({|GAN035:double.PositiveInfinity|})]", "Infinity")]
    public void Clip_limit(string penalties, string value)
        => Assert.Equal([$"The weights cannot be kept within ±{value}: give a finite limit above 0, such as 0.01"], Verify(penalties));

    [Theory]
    [InlineData("-0.1", "-0.1")]
    [InlineData("double.NaN", "NaN")]
    [InlineData("deviation: double.PositiveInfinity", "Infinity")]
    public void Noise(string argument, string value)
        => Assert.Equal([$"The standard deviation of the noise is {value}: give a finite number of at least 0, such as 0.1"], Verify($"[InstanceNoise({argument.Replace(argument.Split(' ').Last(), $"{{|GAN110:{argument.Split(' ').Last()}|}}", StringComparison.Ordinal)})]"));

    [Fact]
    public void A_second_clip()
        => Assert.Equal(
            ["Objective 'Mine' already clips the weights to ±0.01: remove one of the two, because only the narrower one has an effect"],
            Verify("[WeightClip] [R1, {|GAN036:WeightClip(0.1)|}]"));

    [Theory]
    [InlineData("[GradientPenalty(At = {|GAN037:(PenaltyPoint)5|})]", "At of GradientPenalty is 5")]
    [InlineData("[GradientPenalty(Norm = {|GAN037:(GradientNorm)(-1)|})]", "Norm of GradientPenalty is -1")]
    [InlineData("[GradientPenalty(Reduce = {|GAN037:(PenaltyReduction)2|})]", "Reduce of GradientPenalty is 2")]
    [InlineData("[Dragan(Noise = {|GAN037:(DraganNoise)2|})]", "Noise of Dragan is 2")]
    public void Unknown_choice(string penalties, string message)
        => Assert.Equal([message + ", which is not a member of its enum: use one of the members"], Verify(penalties));

    [Fact]
    public void Each_of_several_penalties_is_found_at_its_own_place() => Verify(
        "[R1(Weight = {|GAN030:-1|}, Every = {|GAN031:0|})] [GradientPenalty] [GradientPenalty(At = PenaltyPoint.Fake, Weight = {|GAN030:-2|})]");

    [Fact]
    public void A_penalty_may_stand_on_another_part_than_the_objective() => AnalyzerTest.Verify(
        "[R1(Weight = {|GAN030:-1|})] public partial class Mine;",
        """[GanObjective(FD = "t", FG = "t")] public partial class Mine { }""");

    private static IReadOnlyList<string> Verify(string penalties)
        => AnalyzerTest.Verify($"""[GanObjective(FD = "t", FG = "t")] {penalties} public sealed partial class Mine;""");
}
