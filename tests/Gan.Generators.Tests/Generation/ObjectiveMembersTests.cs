using Microsoft.CodeAnalysis;

namespace Gan.Generators.Tests.Generation;

/// <summary>What can be called on a declared objective, where no using brings anything: members are there without one.</summary>
public sealed class ObjectiveMembersTests
{
    private const string Declarations = """
        namespace Declared
        {
            using Gan.Dsl;

            /// <summary>Each logit by itself.</summary>
            [GanObjective(FD = "softplus(t)", FG = "softplus(t)"), R1(Gamma = 10)] public sealed partial class Separate;
            /// <summary>Pairs.</summary>
            [GanObjective(FD = "softplus(t)", FG = "softplus(t)", Coupling = Coupling.Relativistic)] public sealed partial record Pair;
            /// <summary>Averages.</summary>
            [GanObjective(FD = "softplus(t)", FG = "softplus(t)", Coupling = Coupling.RelativisticAverage)] public partial class Average;
            /// <summary>A statistic of the fakes.</summary>
            [GanObjective(Real = "-t", Fake = "logmeanexp(fake)", Generator = "-t")] public partial class OfFakes;
            /// <summary>G reads the real batch.</summary>
            [GanObjective(Real = "-t", Fake = "logmeanexp(fake)", Generator = "softplus(mean(real) - t)")] public partial class OfBoth;
        }
        """;

    private const string OfAll = """
        o.DiscriminatorLoss(x, x); o.DiscriminatorLoss(x, fakeLogits: x); o.DiscriminatorLoss(x, x, Sum); o.DiscriminatorLoss(x, x, reduction: reduction);
        o.DiscriminatorGradients(x, x, gradients); o.DiscriminatorTerms(d, x, x); o.DiscriminatorTerms(d, x, x, step: 3); o.GeneratorTerms(d, real: x, fake: x); o.ClipWeights(d);
        System.Func<Tensor, Tensor, Tensor> plain = o.DiscriminatorLoss; System.Func<Tensor, Tensor, Gan.Runtime.LossReduction, Tensor> reduced = o.DiscriminatorLoss;
        _ = (o.Info, o.LossWeight, o.LossPath, o.Penalties);
        """;

    private const string OfSeparate = OfAll + """
        o.DiscriminatorRealLoss(x); o.DiscriminatorRealLoss(x, Sum); o.DiscriminatorFakeLoss(x); o.DiscriminatorFakeLoss(x, Sum); o.GeneratorLoss(x); o.GeneratorLoss(fakeLogits: x, reduction: Sum);
        o.DiscriminatorLoss(x, x, Sum, Sum); o.GeneratorGradients(x, gradients); o.GeneratorTerms(d, x);
        System.Func<Tensor, Tensor> half = o.DiscriminatorRealLoss; System.Func<Tensor, Gan.Runtime.LossReduction, Tensor> reducedHalf = o.GeneratorLoss; o?.GeneratorLoss(x, reduction);
        """;

    private const string OfCoupled = OfAll + "o.GeneratorLoss(x, x); o.GeneratorLoss(x, x, Sum); o.GeneratorGradients(x, x, gradients);";

    private const string OfBothReductions = "o.DiscriminatorLoss(x, x, Sum, fakeReduction: Sum); o.GeneratorLoss(x, x, Sum, Sum);";

    [Theory]
    [InlineData("Separate", OfSeparate)]
    [InlineData("Pair", OfCoupled)]
    [InlineData("Average", OfCoupled + OfBothReductions)]
    [InlineData("OfBoth", OfCoupled + OfBothReductions)]
    [InlineData("OfFakes", OfAll + "o.GeneratorLoss(x); o.GeneratorLoss(fakeLogits: x, reduction: Sum); o.DiscriminatorLoss(x, x, Sum, Sum); o.GeneratorGradients(x, gradients); o.GeneratorTerms(d, x);")]
    public void AreThereWithoutAUsing(string type, string calls) => GeneratorRun.Over(Declarations, Use(type, calls));

    /// <summary>What makes no sense of an objective does not compile.</summary>
    [Theory]
    [InlineData("Pair", "o.GeneratorLoss(x);")]
    [InlineData("Average", "o.GeneratorLoss(x);")]
    [InlineData("Average", "o.GeneratorLoss(x, Sum);")]
    [InlineData("Pair", "o.DiscriminatorRealLoss(x);")]
    [InlineData("Average", "o.DiscriminatorFakeLoss(x);")]
    [InlineData("Pair", "o.GeneratorTerms(d, x);")]
    [InlineData("Pair", "o.GeneratorGradients(x, gradients);")]
    [InlineData("Pair", "o.DiscriminatorLoss(x, x, Sum, Sum);")]
    [InlineData("Pair", "o.GeneratorLoss(x, x, Sum, Sum);")]
    [InlineData("OfBoth", "o.GeneratorLoss(x);")]
    [InlineData("OfBoth", "o.GeneratorLoss(x, Sum);")]
    [InlineData("OfBoth", "o.GeneratorGradients(x, gradients);")]
    [InlineData("OfBoth", "o.GeneratorTerms(d, x);")]
    [InlineData("OfBoth", "o.DiscriminatorRealLoss(x);")]
    [InlineData("OfFakes", "o.DiscriminatorRealLoss(x);")]
    [InlineData("OfFakes", "o.DiscriminatorFakeLoss(x, Sum);")]
    [InlineData("OfFakes", "o.GeneratorLoss(x, x);")]
    [InlineData("OfFakes", "o.GeneratorLoss(x, x, Sum, Sum);")]
    [InlineData("OfFakes", "o.GeneratorGradients(x, x, gradients);")]
    [InlineData("Separate", "o.GeneratorLoss(x, x);")]
    [InlineData("Separate", "o.GeneratorGradients(x, x, gradients);")]
    public void AreNotThereWhereTheyMakeNoSense(string type, string call)
    {
        var run = GeneratorRun.Of(GeneratorRun.CompilationOf(Declarations, Use(type, call)));
        var error = Assert.Single(run.Output.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error));
        Assert.Equal("Source1.cs", error.Location.SourceTree!.FilePath);
    }

    /// <summary>What an objective is differs in a few lines from one to the next, and those are what is written.</summary>
    [Fact]
    public void AreFewInTheGeneratedText()
    {
        var sources = GeneratorRun.Over(Declarations).Sources;
        // Batch functions need their derivatives too.
        Assert.All(sources, static source => Assert.InRange(source.Value.Count(static c => c == '\n'), 80, source.Key.Contains(".Of", StringComparison.Ordinal) ? 239 : 149));
    }

    [Theory]
    [InlineData("", "A GAN objective: D minimises E[softplus(-D(x))] + E[softplus(D(G(z)))], and G minimises E[softplus(-D(G(z)))].")]
    [InlineData("/// <summary>Mine.</summary>", "Mine.")]
    [InlineData("/// <remarks>Mine.</remarks>", "A GAN objective: D minimises E[softplus(-D(x))] + E[softplus(D(G(z)))], and G minimises E[softplus(-D(G(z)))].")]
    [InlineData("/** <summary>Mine.</summary> */", "Mine.")]
    public void TheTypeHasOneSummary(string comment, string expected)
    {
        var run = GeneratorRun.Over(comment + "\n[Gan.Dsl.GanObjective(FD = \"softplus(t)\", FG = \"softplus(t)\")] public sealed partial class Mine;");
        var documentation = System.Xml.Linq.XElement.Parse(run.Output.GetTypeByMetadataName("Mine")!.GetDocumentationCommentXml()!);
        Assert.Equal(expected, Assert.Single(documentation.Elements("summary")).Value.Trim());
    }

    private static string Use(string type, string calls) => $$"""
        namespace Elsewhere
        {
            using static TorchSharp.torch;
            using static TorchSharp.torch.nn.Reduction;

            internal static class Use
            {
                public static void Call(Declared.{{type}} o, Tensor x, nn.Module<Tensor, Tensor> d, Gan.Runtime.LossReduction reduction, Gan.Runtime.LogitGradients gradients)
                {
                    {{calls}}
                }
            }
        }
        """;
}
