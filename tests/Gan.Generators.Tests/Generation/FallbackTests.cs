
namespace Gan.Generators.Tests.Generation;

/// <summary>An invalid declaration leaves the code that uses it without errors of its own: the analyzer's message stands alone.</summary>
public sealed class FallbackTests
{
    [Theory]
    [InlineData("[Gan.Dsl.GanObjective(FD = \"softplus(t\", FG = \"t\")] public partial class Mine;")]
    [InlineData("[Gan.Dsl.GanObjective(FD = \"sofplus(t)\", FG = \"t\")] public partial class Mine;")]
    [InlineData("[Gan.Dsl.GanObjective] public partial class Mine;")]
    [InlineData("[Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\", Real = \"t\")] public partial class Mine;")]
    [InlineData("[Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] [Gan.Dsl.R1(Weight = -1)] public partial class Mine;")]
    public void NothingCascades(string declaration)
    {
        var run = GeneratorRun.Over(declaration, """
            using TorchSharp;
            class Use
            {
                public void It(torch.nn.Module<torch.Tensor, torch.Tensor> d, torch.Tensor x)
                {
                    var mine = new Mine { LossWeight = 2, LossPath = Gan.Runtime.LossPath.Composed };
                    using var gradients = new Gan.Runtime.LogitGradients();
                    mine.DiscriminatorGradients(x, x, gradients);
                    mine.GeneratorGradients(x, gradients);
                    mine.GeneratorGradients(x, x, gradients);
                    var loss = mine.DiscriminatorLoss(x, x) + mine.GeneratorLoss(x) + mine.DiscriminatorRealLoss(x) + mine.DiscriminatorFakeLoss(x);
                    using var terms = mine.DiscriminatorTerms(d, x, x, 1);
                    mine.ClipWeights(d);
                    Gan.Runtime.IGanObjective any = mine;
                }
            }
            """);
        Assert.Contains("throw new global::System.InvalidOperationException", Assert.Single(run.Sources).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingCascadesFromReductionsAndCoupledLosses() => GeneratorRun.Over(
        "[Gan.Dsl.GanObjective(FD = \"softplu\", FG = \"t\", Coupling = Gan.Dsl.Coupling.RelativisticAverage)] public partial class Mine;", """
        using TorchSharp;
        class Use
        {
            public object It(Mine mine, torch.nn.Module<torch.Tensor, torch.Tensor> d, torch.Tensor x, Gan.Runtime.LossReduction r) => new object[]
            {
                mine.GeneratorTerms(d, x, x), mine.GeneratorLoss(x, x, r), mine.GeneratorLoss(x, x, r, r), mine.GeneratorLoss(x, torch.nn.Reduction.Sum),
                mine.DiscriminatorLoss(x, x, r), mine.DiscriminatorLoss(x, x, r, r), mine.DiscriminatorRealLoss(x, r), mine.DiscriminatorFakeLoss(x, r),
            };
        }
        """);

    [Fact]
    public void NothingCascadesFromWhatOnlySomeObjectivesHave() => GeneratorRun.Over(
        "[Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] [Gan.Dsl.LeCam(Weight = -1)] [Gan.Dsl.PathLength] public partial class Mine;", """
        using TorchSharp;
        class Use
        {
            public object It(Mine mine, torch.nn.Module<torch.Tensor, torch.Tensor> d, torch.Tensor x)
            {
                mine.LoadState(mine.State);
                return (mine.GeneratorPenalties, mine.LeCamPenalty(d, x, x), mine.PathLengthPenalty(x, x));
            }
        }
        """);

    [Theory]
    [InlineData("[Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] public class Mine;")]
    [InlineData("[Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] public static partial class Mine;")]
    [InlineData("public class Outer { [Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] public partial class Mine; }")]
    public void WhereNoPartCanBeWrittenNothingIs(string declaration) => Assert.Empty(GeneratorRun.Over(declaration).Sources);
}
