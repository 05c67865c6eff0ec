using System.Text.RegularExpressions;

namespace Gan.Generators.Tests.Generation;

/// <summary>What is read from a C# method computes what the method itself computes, bit for bit but for the mathematical library's last digits.</summary>
public sealed partial class LossFunctionTests
{
    private static readonly double[] s_logits = [0, 1e-3, -1e-3, 0.5, -0.5, 1, -1, 1.5, 2, -2, 3.25, -7, 20, -20];

    [Theory]
    [InlineData("static double F(double t) => t > 0 ? 1 + t : Math.Exp(t);", "t > 0 ? 1 + t : exp(t)")]
    [InlineData("static double F(double x) { return x; }", "t")]
    [InlineData("static double F(double t) { var e = Math.Exp(-t); const double half = 0.5; return half * e / (1 + e); }", "0.5 * exp(-t) / (1 + exp(-t))")]
    [InlineData("static double F(double t) { if (t > 1) return t - 1; if (t < -1) { return -t - 1; } return 0; }", "t > 1 ? t - 1 : t < -1 ? -t - 1 : 0")]
    [InlineData("static double F(double t) { if (t > 1) { var x = t - 1; if (x > 1) return 2 * x - 1; } else { return 0; } return t * t; }", null)]
    [InlineData("static double F(double t) { double a = t, b = a * a; { double c = b + 1; if (c > 2) return c; else return 2; } }", null)]
    [InlineData("static double F(double t) { var positive = t > 0 && t < 2; if (!positive) return -t; return positive ? t * t : 0; }", null)]
    [InlineData("static double F(double t) => t switch { > 1 => t, < -1 => -t, _ => t * t };", "t > 1 ? t : t < -1 ? -t : t * t")]
    [InlineData("static double F(double t) => (t - 1) switch { >= 0 and < 1 => 3, not (< 0 or > 2) => 4, > 0 when t > 3 => 5, _ => 6 };", null)]
    [InlineData("static double F(double t) => t is > 0 and < 1 ? 1 - t : 0;", "t > 0 ? (t < 1 ? 1 - t : 0) : 0")]
    [InlineData("private const double Slope = 0.25, Other = Slope * 2; static double F(double t) => Slope * t + Other * Math.PI + Math.E;", "0.25 * t + 1.5707963267948966 + e")]
    [InlineData("static double F(double t) => 4 / 2 * t + (double)3 + (double)(t) + 1_000 + 0x10;", null)]
    [InlineData("static double F(double t) => Math.Sign(t) * t + Math.Max(1, 2) + Math.Abs(-3);", null)]
    [InlineData("static double F(double t) { int n = 3; long m = 2; return n * t + 1.0 / m; }", "3 * t + 1 / 2")]
    [InlineData("static double F(double t) => Math.Log(1 + Math.Exp(t), 2) + Math.Log2(1 + t * t) + Math.Log10(2) + Math.Cosh(t / 9) + Math.Sinh(t / 9) + Math.Clamp(t, -1, 1);", null)]
    [InlineData("static double F(double t) => Math.Pow(t, 2) + Math.Sqrt(1 + t * t) + Math.Tanh(t) + Math.Sin(t) + Math.Cos(t) + Math.Min(t, 0) + double.Max(t, 1);", null)]
    [InlineData("static double F(double t) => G(t, 2) + G(H(t)); static double G(double x, double m = 3) => m * x; static double H(double t) => t * t;", "2 * t + 3 * (t * t)")]
    [InlineData("static double F(double t) { const bool square = true; return square ? t * t : t; }", "t * t")]
    [InlineData("static double F(double t) { ; return checkedBelow(t); } static double checkedBelow(double @base) => @base + 1;", "t + 1")]
    public void TheFormulaIsWhatTheMethodComputes(string members, string? formula)
    {
        var method = CompiledMethod.F(Marked(members));
        Assert.All(s_logits, logit => Assert.Equal(method.Run(logit), method.Read(logit), Math.Abs(method.Run(logit)) * 1e-14));
        Assert.Equal(formula ?? method.Formula, method.Formula);
    }

    [Theory]
    [InlineData("static float F(float t) => t > 0 ? 1 + t : MathF.Exp(t);")]
    [InlineData("static double F(double t) => 0.1f * MathF.Max((float)t, 0);")]
    [InlineData("static double F(double t) => (double)(float)t;")]
    [InlineData("static double F(double t) => MathF.PI * t;")]
    public void FloatIsReadAsRealNumbers(string members)
    {
        var method = CompiledMethod.F(Marked(members));
        Assert.All(s_logits, logit => Assert.Equal(method.Run(logit), method.Read(logit), Math.Abs(method.Run(logit)) * 1e-6));
    }

    [Fact]
    public void ANameTakenInFromElsewhereIsFollowed()
    {
        var run = GeneratorRun.Over("""
            using static System.Math;
            using M = System.Math;
            namespace A;
            [Gan.Dsl.GanObjective(FD = "2 * F(t - 1)", FG = nameof(F))]
            public partial class Mine { [Gan.Dsl.LossFunction] private static double F(double t) => Exp(t) + M.Abs(t) + global::System.Math.Tanh(t); }
            """);
        Assert.Equal("2 * (abs(t - 1) + exp(t - 1) + tanh(t - 1))", FakeLoss(run.Sources["A.Mine.g.cs"]));
    }

    [Theory]
    [InlineData("Hinge", "margin", "relu(t + margin)")]
    [InlineData("Hinge(t)", "margin", "relu(t + margin)")]
    [InlineData("Hinge(2 * t, 3)", "margin", "relu(2 * t + 3)")]
    [InlineData("Hinge(t, margin * margin)", "margin", "relu(t + square(margin))")]
    [InlineData("Hinge(t) + t", "margin = 2", "t + relu(t + margin)")]
    [InlineData("Hinge", "other = 2", "relu(t + 2)")]
    public void AParameterIsTheHyperparameterOfItsName(string formula, string parameter, string fake)
    {
        var source = GeneratorRun.Over($$"""
            using System; using Gan.Dsl;
            [GanObjective(FD = "{{formula}} + 0 * margin", FG = "t")]
            public partial class Mine
            {
                [Hyperparameter] public double Margin { get; init; } = 1;
                [LossFunction] private static double Hinge(double t, double {{parameter}}) => Math.Max(0, {{parameter.Split(' ')[0]}} + t);
            }
            """).Sources["Mine.g.cs"];
        Assert.Equal(fake, FakeLoss(source));
    }

    [Fact]
    public void AMethodOfAnotherPartIsRead()
        => GeneratorRun.Over(
            "[Gan.Dsl.GanObjective(FD = nameof(Mine.F), FG = \"t\")] public partial class Mine;",
            "partial class Mine { [Gan.Dsl.LossFunction] internal static double F(double t) => t + Constants.One; }",
            "static class Constants { public const double One = 1; }");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void MethodsOfAReferenceAreKnownByTheirFormulas(bool asProject)
    {
        var library = GeneratorRun.Over(Snapshotted);
        var tests = GeneratorRun.CompilationOf("[assembly: Gan.Dsl.GanObjectiveTests(typeof(A.Soft))]").AddReferences(library.Reference(asProject));
        var own = GeneratorRun.Over(Snapshotted, "[assembly: Gan.Dsl.GanObjectiveTests(typeof(A.Soft))]");
        Assert.Equal(own.Sources["A.Soft-Tests.g.cs"], GeneratorRun.Of(tests).Sources["A.Soft-Tests.g.cs"]);
    }

    [Theory]
    [InlineData("A.Soft.g.cs")]
    [InlineData("A.Soft-Tests.g.cs")]
    public void GeneratedSource(string hintName)
    {
        var run = GeneratorRun.Over(Snapshotted, "[assembly: Gan.Dsl.GanObjectiveTests(typeof(A.Soft))]");
        Golden.Golden.Verify(run.Sources[hintName], hintName[..^".g.cs".Length]);
    }

    private const string Snapshotted = """
        using Gan.Dsl;
        namespace A;
        [GanObjective(FD = nameof(Elu), FG = "Ramp(t, 2)")]
        public sealed partial class Soft
        {
            [Hyperparameter(Min = 0)] public double Slope { get; init; } = 1;
            [LossFunction] private static double Elu(double t, double slope = 1) => t > 0 ? 1 + slope * t : System.Math.Exp(t);
            [LossFunction] private static float Ramp(float t, float width = 0.5f) => t switch { > 1 => width * t, _ => 0.1f * t };
        }
        """;

    private static string FakeLoss(string source) => FakeText().Match(source).Groups["text"].Value;

    [GeneratedRegex("Fake = new\\(\"(?<text>[^\"]*)\"")]
    private static partial Regex FakeText();

    private static string Marked(string members) => Method().Replace(members, "[LossFunction] private $0");

    [GeneratedRegex(@"static (double|float) \w+\(")]
    private static partial Regex Method();
}
