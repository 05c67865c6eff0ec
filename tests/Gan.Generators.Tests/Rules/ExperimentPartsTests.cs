using static Gan.Generators.Tests.Rules.ExperimentTest;

namespace Gan.Generators.Tests.Rules;

/// <summary>What an experiment's parts must be for each other, and experiments of one program.</summary>
public sealed class ExperimentPartsTests
{
    private const string Critic = """
        [GanObjective(FD = "t", FG = "t")] [GradientPenalty(WeightFrom = nameof(Lambda))]
        public sealed partial class Critic { [Hyperparameter(Min = 0)] public double Lambda { get; init; } = 10; }

        """;

    [Theory]
    [InlineData("G2", "D2", "Ring")]
    [InlineData("G", "D2", "Ring")]
    [InlineData("{|GAN103:G2|}", "D", "Images")]
    [InlineData("G", "{|GAN103:DImages|}", "Ring")]
    [InlineData("G2", "{|GAN103:DImages|}", "Ring")]
    [InlineData("{|GAN103:G2|}", "DImages", "Images")]
    [InlineData("{|GAN103:G2|}", "D2", "Images")]
    [InlineData("G2", "{|GAN103:DImages|}", "Points")]
    public void Shapes(string generator, string discriminator, string data)
        => Verify($"[GanExperiment] public sealed partial class Mine : Experiment<Hinge, {generator}, {discriminator}, {data}>;");

    [Fact]
    public void Both_shapes_are_named()
        => Assert.Equal(
            ["'DImages' takes samples of shape [1, 28, 28], but 'Ring' has samples of shape [2]: use parts of the same shape"],
            Verify("[GanExperiment] public sealed partial class Mine : Experiment<Hinge, G, {|GAN103:DImages|}, Ring>;"));

    [Fact]
    public void Under_a_base_that_gives_the_parts_the_name_is_marked()
        => Verify("""
            public abstract class OnRing<T> : Experiment<T, G2, DImages, Ring> where T : IGanObjective, new();
            [GanExperiment] public sealed partial class {|GAN103:Mine|} : OnRing<Hinge>;
            """);

    [Theory]
    [InlineData("SampleShape(2, 0)", "SampleShape of 'X' has the sizes [2, 0]")]
    [InlineData("LatentShape(-1)", "LatentShape of 'X' has the sizes [-1]")]
    [InlineData("SampleShape", "SampleShape of 'X' has the sizes []")]
    public void Sizes(string attribute, string message)
        => Assert.StartsWith(message, Assert.Single(Verify($"[{{|GAN102:{attribute}|}}] public class X : G;")), StringComparison.Ordinal);

    [Fact]
    public void Names_differ_in_more_than_case()
        => Assert.Equal(
            ["Experiments 'First' and 'FIRST' have the same name, because namespaces and case do not count: rename one of them"],
            Verify($"[GanExperiment] public partial class {{|GAN100:First|}} : {Base}; [GanExperiment] public partial class FIRST : {Base}; [GanExperiment] public partial class Other : {Base};"));

    [Fact]
    public void A_name_of_its_own_is_not_guessed_at()
        => Assert.Empty(Verify($$"""
            namespace A { [GanExperiment] public partial class Mine : {{Base}}; }
            namespace B { [GanExperiment] public partial class Mine : {{Base}} { public override string Name => "B"; } }
            """));

    [Fact]
    public void One_default()
        => Assert.Equal(
            ["Experiments 'B' and 'A' are both the default, but only one can run without a command: remove Default from one of them"],
            Verify($"[GanExperiment(Default = {{|GAN101:true|}})] public partial class B : {Base}; [GanExperiment(Default = true)] public partial class A : {Base}; [GanExperiment(Default = false)] public partial class C : {Base};"));

    [Theory]
    [InlineData("WassersteinGradientPenalty", "{|GAN042:Normed|}")]
    [InlineData("LogisticR1", "{|GAN042:Normed|}")]
    [InlineData("Hinge", "Normed")]
    [InlineData("LogisticR1", "D")]
    public void Batch_normalisation(string objective, string discriminator)
        => Verify($$"""
            public class Normed() : nn.Module<Tensor, Tensor>("d")
            {
                private readonly nn.Module<Tensor, Tensor> layers = nn.Sequential(nn.Linear(2, 8), nn.BatchNorm1d(8), nn.Linear(8, 1));
                public override Tensor forward(Tensor x) => layers.call(x);
            }
            [GanExperiment] public sealed partial class Mine : Experiment<{{objective}}, G, {{discriminator}}, Points>;
            """);

    [Fact]
    public void A_sweep_that_takes_the_limit_away()
    {
        var message = Assert.Single(Verify(Critic + "[GanExperiment] [Sweep(\"Lambda\", 10, 1, 0)] public sealed partial class Mine : Experiment<Critic, G, {|GAN104:D|}, Points>;"));
        Assert.StartsWith("D's loss of 'Critic' has no minimum unless D's slope is limited", message, StringComparison.Ordinal);
        Assert.Contains("with lambda = 0)", message, StringComparison.Ordinal);
        Assert.Contains("no layer of 'D' is spectrally normalised", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Critic", "[Sweep(\"Lambda\", 10, 1)]", "D")]
    [InlineData("Critic", "", "D")]
    [InlineData("Wasserstein", "", "D")]
    [InlineData("Hinge", "", "D")]
    [InlineData("Critic", "[Sweep(\"Lambda\", 0)]", "Wrapped")]
    [InlineData("Critic", "[Sweep(\"Lambda\", 0)]", "Helped")]
    public void A_limit_that_is_there_or_may_be(string objective, string sweep, string discriminator)
        => Assert.Empty(Verify(Critic + $$"""
            public class Wrapped() : nn.Module<Tensor, Tensor>("d")
            {
                private readonly nn.Module<Tensor, Tensor> layer = SpectralNorm.Of(nn.Linear(2, 1));
                public override Tensor forward(Tensor x) => layer.call(x);
            }
            public class Helped() : nn.Module<Tensor, Tensor>("d")
            {
                private readonly nn.Module<Tensor, Tensor> layer = Blocks.Last();
                public override Tensor forward(Tensor x) => layer.call(x);
            }
            public static class Blocks { public static nn.Module<Tensor, Tensor> Last() => SpectralNorm.Of(nn.Linear(2, 1)); }
            [GanExperiment] {{sweep}} public sealed partial class Mine : Experiment<{{objective}}, G, {{discriminator}}, Points>;
            """));

    [Theory]
    [InlineData("[SpectralNorm]", "", "{|GAN104:D|}")]
    [InlineData("[SpectralNorm]", "public override nn.Module<Tensor, Tensor> CreateDiscriminator() => SpectralNorm.Of(nn.Linear(2, 1));", "D")]
    [InlineData("[CriticLimitedBy(\"the training loop\")]", "", "D")]
    [InlineData("", "", "D")]
    public void An_objective_that_says_its_discriminator_is_normalised(string attribute, string member, string discriminator)
        => Verify($$"""
            [GanObjective(FD = "t", FG = "t")] {{attribute}} public sealed partial class Bare;
            [GanExperiment] public sealed partial class Mine : Experiment<Bare, G, {{discriminator}}, Points> { {{member}} }
            """);
}
