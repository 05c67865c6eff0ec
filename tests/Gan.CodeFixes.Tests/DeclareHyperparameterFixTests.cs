using Verify = Gan.CodeFixes.Tests.CodeFixTest<Gan.CodeFixes.DeclareHyperparameterFix>;

namespace Gan.CodeFixes.Tests;

public sealed class DeclareHyperparameterFixTests
{
    [Fact]
    public Task Into_a_body() => Verify.Verify(
        """
        static partial class Losses
        {
            [GanObjective(Real = "max(0, {|GAN015:margin|} - t)", Fake = "max(0, {|GAN015:margin|} + t)", Generator = "-t")]
            public sealed partial class Mine
            {
                public int Other => 1;
            }
        }
        """,
        """
        static partial class Losses
        {
            [GanObjective(Real = "max(0, margin - t)", Fake = "max(0, margin + t)", Generator = "-t")]
            public sealed partial class Mine
            {
                [Hyperparameter] public double Margin { get; init; } = 1;
                public int Other => 1;
            }
        }
        """,
        iterations: 1);

    [Fact]
    public Task Where_there_is_no_body() => Verify.Verify(
        """
        [GanObjective(FD = "{|GAN015:slope|} * t", FG = "t")]
        public sealed partial class Mine;
        """,
        """
        [GanObjective(FD = "slope * t", FG = "t")]
        public sealed partial class Mine
        {
            [Hyperparameter] public double Slope { get; init; } = 1;
        }
        """);

    [Theory]
    [InlineData("\"{|GAN015:Slope|} * t\"")]
    [InlineData("\"{|GAN015:sl\\u006Fpe|} * t\"")]
    [InlineData("{|GAN015:nameof(Names.slope)|} + \" * t\"")]
    public Task What_no_property_would_be_called_in_a_formula(string formula) => Verify.VerifyNone($$"""
        [GanObjective(FD = {{formula}}, FG = "t")] partial class Mine;
        static class Names { public static int slope; }
        """);

    /// <summary>A label is no number of the objective's: a hyperparameter would be the same for every sample.</summary>
    [Theory]
    [InlineData("y")]
    [InlineData("logits")]
    public Task Not_for_the_data_of_a_training_loop(string name)
        => Verify.VerifyNone($$"""[GanObjective(FD = "softplus({|GAN015:{{name}}|})", FG = "t")] public sealed partial class Mine;""");
}
