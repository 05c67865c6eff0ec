using Gan.Generators.Analyzers;
using Gan.Generators.Tests.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Gan.Generators.Tests.Rules;

/// <summary>The discriminator's source is looked at where an objective meets it.</summary>
public sealed class BatchNormAnalyzerTests
{
    private const string Critic = "[GradientPenalty]";

    private const string Network = """
        sealed class Network : Module<Tensor, Tensor>
        {
            private readonly Module<Tensor, Tensor> layers;
            public Network() : base("d") { layers = Sequential(Conv2d(1, 8, 4), BatchNorm2d(8)); RegisterComponents(); }
            public override Tensor forward(Tensor x) => layers.call(x);
        }
        """;

    private const string ConditionalNetwork = """

        sealed class Conditional : Module<Tensor, Tensor, Tensor>
        {
            private readonly Module<Tensor, Tensor> layers;
            public Conditional() : base("d") { layers = Sequential(Conv2d(1, 8, 4), BatchNorm2d(8)); RegisterComponents(); }
            public override Tensor forward(Tensor x, Tensor c) => layers.call(x);
        }
        """;

    [Theory]
    [InlineData("Network d, Tensor x", "d")]
    [InlineData("Tensor x", "new Network()")]
    [InlineData("Tensor x", "Make()")]
    [InlineData("Tensor x", "Field")]
    [InlineData("Tensor x, int y = 0", "local")]
    public void AClassAMethodAFieldAndALocalAreSeen(string parameters, string discriminator)
    {
        var found = Assert.Single(Analyze(Critic, Network, parameters, discriminator));
        Assert.Equal(("GAN042", discriminator), (found.Id, found.Location.SourceTree!.ToString().Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length)));
        Assert.Contains("GradientPenalty of 'Mine'", found.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("BatchNorm2d", found.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[R1]")]
    [InlineData("[Dragan]")]
    [InlineData("[R1(FiniteDifference = 0.1)]")]
    [InlineData("[Drift] [R2]")]
    [InlineData("[GradientPenalty(Norm = GradientNorm.PerPixel)]")]
    public void EveryGradientPenaltyIsMeant(string penalty) => Assert.Single(Analyze(penalty, Network, "Tensor x", "new Network()"));

    [Theory]
    [InlineData("[WeightClip]")]
    [InlineData("[Drift] [LeCam] [PathLength]")]
    public void WithoutAGradientPenaltyBatchNormIsRight(string penalties) => Assert.Empty(Analyze(penalties, Network, "Tensor x", "new Network()"));

    [Fact]
    public void OtherLayersAreRight() => Assert.Empty(Analyze(Critic, Network.Replace("BatchNorm2d", "InstanceNorm2d"), "Tensor x", "new Network()"));

    [Fact]
    public void AnUnknownModuleIsNotGuessedAt() => Assert.Empty(Analyze(Critic, Network, "Tensor x, Module<Tensor, Tensor> d", "d"));

    [Fact]
    public void AConditionalDiscriminatorIsSeen()
        => Assert.Single(Analyze(Critic, Network + ConditionalNetwork, "Tensor x", "new Conditional()", labels: ", x"));

    [Fact]
    public void APragmaSilencesIt() => Assert.Empty(Analyze(Critic, Network, "Tensor x", "new Network()", pragma: "#pragma warning disable GAN042"));

    private static Diagnostic[] Analyze(string penalty, string network, string parameters, string discriminator, string pragma = "", string layer = "BatchNorm2d", string labels = "")
    {
        var run = GeneratorRun.Over($$"""
            {{pragma}}
            using Gan.Dsl;
            using Gan.Runtime;
            using static TorchSharp.torch;
            using static TorchSharp.torch.nn;

            [GanObjective(FD = "t", FG = "t")] {{penalty}}
            sealed partial class Mine;

            {{network}}

            class Loop
            {
                private readonly Module<Tensor, Tensor> Field = new Network();
                private static Module<Tensor, Tensor> Make() => Sequential(Conv2d(1, 8, 4), {{layer}}(8));

                public void Step({{parameters}})
                {
                    Module<Tensor, Tensor> local = Make();
                    new Mine().DiscriminatorTerms({{discriminator}}, x, x{{labels}}).Dispose();
                }
            }
            """);
        return [.. run.Output.WithAnalyzers([new BatchNormAnalyzer()]).GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult()];
    }
}
