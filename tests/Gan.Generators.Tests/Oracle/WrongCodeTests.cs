using System.Reflection;
using Gan.Generators.Emission;
using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Operations;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives;
using Gan.Generators.Tests.Formulas;
using Gan.Generators.Tests.Generation;
using Gan.Runtime.Testing;

namespace Gan.Generators.Tests.Oracle;

/// <summary>
/// The emitted tests are compiled and run against code from a wrong rewrite, a wrong derivative and a wrong derivation: each time they fail. Were their
/// constants taken from the formula that the code is emitted from, they would all pass.
/// </summary>
public sealed class WrongCodeTests
{
    [Theory]
    [InlineData("[GanObjective(FD = \"log(1 + exp(t))\", FG = \"softplus(t)\")]")]
    [InlineData("[GanObjective(Real = \"-log(sigmoid(t))\", Fake = \"-log(1 - sigmoid(t))\", Generator = \"log(1 - sigmoid(t))\")]")]
    [InlineData("[GanObjective(FD = \"max(0, 1 + t)\", FG = \"relu(t)\", Coupling = Coupling.Relativistic)]")]
    [InlineData("[GanObjective(FD = \"log(1 + exp(t))\", FG = \"log1p(exp(t))\", Coupling = Coupling.RelativisticAverage)]")]
    [InlineData("[FDivergence(\"u * log(u) - (u + 1) * log(u + 1)\")]")]
    [InlineData("[GanObjective(FD = \"log(1 + exp(t))\", FG = \"softplus(t)\")] [LabelSmoothing(0.9)]")]
    public void Right_code_passes(string attributes) => Assert.Empty(Failures(attributes, static losses => losses));

    [Theory]
    [InlineData("log(1 + exp(t))", "relu(t)")]
    [InlineData("log(1 + exp(t))", "softplus(-t)")]
    [InlineData("-log(1 - sigmoid(t))", "-softplus(t)")]
    [InlineData("-log(1 - sigmoid(t))", "min(softplus(t), 300)")]
    [InlineData("log(exp(t) + 2)", "softplus(t - log(2))")]
    [InlineData("exp(t) / (1 + exp(t))", "sigmoid(t) * 1.00001")]
    [InlineData("(1 - exp(-t)) / exp(-t)", "1.00001 * expm1(t)")]
    [InlineData("max(0, 1 + t)", "max(0, 1.001 + t)")]
    public void A_wrong_rewrite_fails(string declared, string rewritten)
        => Assert.Contains("FakeLossHasTheValuesOfItsFormula", Failures(
            $"[GanObjective(Real = \"-t\", Fake = \"{declared}\", Generator = \"-t\")]",
            losses => losses with { Fake = Simplifier.Simplify(Formula.Parse(rewritten)) }));

    [Fact]
    public void A_wrong_derivative_fails()
    {
        var failures = Failures("[GanObjective(Real = \"-t\", Fake = \"softplus(t)\", Generator = \"-t\")]", static losses => losses with { Fake = new SteepSoftplus().Of(Expr.T) });
        Assert.Contains("FakeLossHasTheSlopesOfItsFormula", failures);
        Assert.DoesNotContain("FakeLossHasTheValuesOfItsFormula", failures);
    }

    [Fact]
    public void A_wrong_derivation_fails()
        => Assert.Contains("RealLossHasTheValuesOfItsFormula", Failures("[FDivergence(\"u * log(u)\")]", static losses => losses with { Real = Simplifier.Simplify(-Expr.T) }));

    [Fact]
    public void A_wrong_coupled_loss_fails()
        => Assert.Contains("DiscriminatorLossOfABatch", Failures(
            "[GanObjective(FD = \"log(1 + exp(t))\", FG = \"softplus(t)\", Coupling = Coupling.RelativisticAverage)]",
            static losses => losses with { Real = Simplifier.Simplify(Functions.Softplus.Of(1.001 * -Expr.T)) }));

    /// <summary>The names of the emitted tests that fail against the code of other losses than were declared.</summary>
    private static List<string> Failures(string attributes, Func<LossFormulas, LossFormulas> compiled)
    {
        var objective = Declared.Objective(attributes);
        objective = objective with { Losses = compiled(objective.Losses) };
        var compilation = GeneratorRun.CompilationOf(Declared.Source(attributes), ObjectiveEmitter.Emit(objective), TestEmitter.Emit(objective));
        GeneratorRun.AssertCompiles(compilation.WithOptions(compilation.Options.WithGeneralDiagnosticOption(Microsoft.CodeAnalysis.ReportDiagnostic.Default)));
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        var tests = Assembly.Load(image.ToArray()).GetType("MineObjectiveTests")!;
        var instance = Activator.CreateInstance(tests);
        return [.. tests.GetMethods().Where(static method => method.IsDefined(typeof(FactAttribute), inherit: false)).Where(method => !Passes(method, instance)).Select(static method => method.Name)];
    }

    /// <summary>softplus with a slip in its derivative.</summary>
    private sealed class SteepSoftplus : Function
    {
        public override string Name => Functions.Softplus.Name;

        public override bool StaysFinite => Functions.Softplus.StaysFinite;

        public override string Tensor => Functions.Softplus.Tensor;

        public override double Value(ReadOnlySpan<double> x) => Functions.Softplus.Value(x);

        public override Interval Enclosure(ReadOnlySpan<Interval> x) => Functions.Softplus.Enclosure(x);

        public override Ball? Exact(BallMath math, Ball[] x) => Functions.Softplus.Exact(math, x);

        public override Expr Slope(IReadOnlyList<Expr> x, IReadOnlyList<Expr> dx) => Functions.Sigmoid.Of(1.01 * x[0]) * dx[0];

        public override OperationNode Kernel(IKernelCode code, IReadOnlyList<Expr> x) => Functions.Softplus.Kernel(code, x);
    }

    private static bool Passes(MethodInfo test, object? instance)
    {
        try
        {
            test.Invoke(instance, null);
            return true;
        }
        catch (TargetInvocationException error) when (error.InnerException is ObjectiveCheckException)
        {
            return false;
        }
    }
}
