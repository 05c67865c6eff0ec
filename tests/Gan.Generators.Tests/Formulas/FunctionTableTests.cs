using Gan.Generators.Basics;
using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Formulas.Writing;
using Gan.Generators.Oracle;
using Gan.Runtime.Proofs.Arithmetic;
using Interval = Gan.Generators.Formulas.Intervals.Interval;
using ProofFormula = Gan.Runtime.Proofs.Arithmetic.Formula;

namespace Gan.Generators.Tests.Formulas;

/// <summary>What a function says of itself in several ways must be one function: each way against its textbook definition in big floats.</summary>
public sealed class FunctionTableTests
{
    private const int Bits = 200;

    // Both sides of every kink and pole, near and far from them, and the end of a smooth range.
    private static readonly double[] s_points = [-30, -3, -1.25, -0.75, -0.25, -1e-3, 1e-3, 0.25, 0.75, 1.25, 3, 30];

    public static TheoryData<string> Entries => new(Functions.All.Where(static f => !f.IsShorthand).Select(static f => f.Name));

    [Theory, MemberData(nameof(Entries))]
    public void Value_is_that_of_the_definition(string name) => Assert.All(PointsOf(name), point => Agrees(point.Exact, Call(name).Evaluate(point.T), 1e-14, $"{name} at {point.T}"));

    [Theory, MemberData(nameof(Entries))]
    public void Enclosure_holds_the_value(string name) => Assert.All(PointsOf(name), point =>
    {
        var function = Functions.Find(name)!;
        var range = function.Enclosure([Interval.Point(point.T), .. OptionsOf(function).Select(Interval.Point)]);
        Assert.True(range.Low <= point.Exact && point.Exact <= range.High, $"{name} at {point.T} is {point.Exact:R}, not in [{range.Low:R}, {range.High:R}]");
    });

    [Theory, MemberData(nameof(Entries))]
    public void Slope_is_the_limit_of_differences(string name)
    {
        var slope = Derivative.Of(Call(name));
        Assert.All(PointsOf(name), point =>
        {
            var difference = Difference.Slope(At, BigReal.Of(point.T, Bits), -40);
            if (difference is { IsUnknown: false } limit) Agrees(limit.Middle.ToDouble(), slope.Evaluate(point.T), 1e-9, $"the slope of {name} at {point.T}");
        });

        Ball? At(Ball t) => new BallEvaluator(t, Bits, new Dictionary<string, double>()).Evaluate(Call(name));
    }

    [Theory, MemberData(nameof(Entries))]
    public void Other_forms_have_its_values(string name)
    {
        var function = Functions.Find(name)!;
        IReadOnlyList<Expr> x = [Expr.T, .. OptionsOf(function).Select(static value => (Expr)value)];
        Assert.All(PointsOf(name, [.. s_points, 0]), point =>
        {
            SameAs(function.Definition(x), "its definition");
            SameAs(function.Towards(1, Expr.T), "towards the right end");
            SameAs(function.Towards(-1, Expr.T), "towards the left end");
            SameAs(function.AsProduct(x) is var (a, b) ? a * b : null, "as a product");
            SameAs(function.Arity == 2 ? function.AgainstNumber(x[0], x[1]) : null, "against a number");
            SameAs(function.WithoutLogarithm(Expr.T) is { } rest ? rest + Functions.Log1p.Of(Functions.Exp.Of(-Functions.Abs.Of(Expr.T))) : null, "with its logarithm");
            SameAs(function.Parity == 0 ? null : function.Parity * function.Of([-Expr.T, .. x.Skip(1)]), "mirrored");
            SameAs(function.IsSymmetric ? function.Of([.. x.Reverse()]) : null, "with its arguments exchanged");
            if (function is SwitchFunction either)
                SameAs(either.Side(x, Math.Sign(either.Decider(x).Evaluate(point.T))), "on its side");

            void SameAs(Expr? other, string what)
            {
                if (other is not null) Agrees(point.Exact, new BallEvaluator(Ball.Of(BigReal.Of(point.T, Bits)), Bits, new Dictionary<string, double>()).Evaluate(other)!.Value.Middle.ToDouble(), 1e-14, $"{name} {what} at {point.T}");
            }
        });
    }

    /// <summary>A claim of one direction over a range is one of differences between points of it.</summary>
    [Theory, MemberData(nameof(Entries))]
    public void It_bends_as_it_says(string name)
    {
        var function = Functions.Find(name)!;
        foreach (var sign in new[] { -1, 1 })
        {
            var points = PointsOf(name).Where(point => Math.Sign(point.T) == sign).ToArray();
            if (points.Length < 3) continue;
            var range = sign < 0 ? Interval.AtMost(0) : Interval.AtLeast(0);
            var (shape, direction) = function.Arity == 1 || function.JointCurvature == Curvature.Unknown
                ? function.BendOver([range, .. OptionsOf(function).Select(Interval.Point)])
                : new(function.JointCurvature, 1);
            foreach (var (left, middle, right) in points.Zip(points.Skip(1), points.Skip(2)))
            {
                var (before, after) = ((middle.Exact - left.Exact) / (middle.T - left.T), (right.Exact - middle.Exact) / (right.T - middle.T));
                var slack = 1e-12 * (Math.Abs(before) + Math.Abs(after));
                if (direction != 0) Assert.True(direction * before >= -slack, $"{name} from {left.T} to {middle.T}");
                if (shape.HasFlag(Curvature.Convex)) Assert.True(before <= after + slack, $"{name} is not convex around {middle.T}");
                if (shape.HasFlag(Curvature.Concave)) Assert.True(before >= after - slack, $"{name} is not concave around {middle.T}");
            }
        }
    }

    [Theory, MemberData(nameof(Entries))]
    public void What_stays_finite_has_a_value_everywhere(string name)
    {
        var function = Functions.Find(name)!;
        var isFinite = s_points.Append(0).Append(-300).Append(300).All(t => float.IsFinite((float)Call(name).Evaluate(t)) && double.IsFinite(Derivative.Of(Call(name)).Evaluate(t)));
        Assert.True(isFinite || !function.StaysFinite);
        Assert.True(function.Singularity([Expr.T, 1]) is null || !function.StaysFinite);
    }

    /// <summary>Certificates are checked by definitions of another kind.</summary>
    [Theory, MemberData(nameof(Entries))]
    public void The_checker_of_certificates_has_the_same_values(string name) => Assert.All(PointsOf(name), point =>
    {
        var t = BigFloat.Of(point.T);
        var (low, high) = Evaluation.Over(new(t, t), 0, isExact: false).Of(ProofFormula.Read(Call(name).ToString(), new Dictionary<string, ProofFormula>()))[0].Range is var range ? (range.Low, range.High) : default;
        var slack = 1e-14 * Math.Max(Math.Abs(point.Exact), 1e-3);
        Assert.True(low < BigFloat.Of(point.Exact + slack) && high > BigFloat.Of(point.Exact - slack), $"{name} at {point.T} is {point.Exact:R}");
    });

    [Theory, MemberData(nameof(Entries))]
    public void Notation_is_there(string name)
    {
        Assert.NotEmpty(LatexPrinter.Print(Call(name)));
        Assert.Equal(Call(name), Formula.Parse(Call(name).ToString()));
        Assert.All(Functions.Find(name)!.Aliases, alias => Assert.Equal(Functions.Find(name), Functions.Find(alias)));
    }

    /// <summary>The README's list is the table's: in its order, none missing.</summary>
    [Fact]
    public void The_README_lists_them()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings(" ");
        Assert.Contains($"The functions: {string.Join(", ", Functions.Names.Select(static name => $"`{name}`"))}, and `condition ? a : b`.", page, StringComparison.Ordinal);
    }

    /// <summary>The page of the functions has a row for each, written from the tables.</summary>
    [Fact]
    public void The_page_has_a_row_for_each()
    {
        var path = Path.Combine(Repository.Root, "docs", "functions.md");
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        string[] tables = [string.Concat(Functions.All.Select(static function => $"{RowOf(function)}\n")), string.Concat(BatchFunctions.All.Select(static function => $"| `{function.Name}(e)` | {function.Definition} | {function.Gradient} |\n"))];
        var begin = 0;
        foreach (var rows in tables)
        {
            begin = page.IndexOf('\n', page.IndexOf("\n|---", begin, StringComparison.Ordinal) + 1) + 1;
            var end = page.IndexOf("\n\n", begin - 1, StringComparison.Ordinal) + 1;
            if (Environment.GetEnvironmentVariable("GANDSL_ACCEPT") == "1")
                page = page[..begin] + rows + page[end..];
            else
                Assert.Equal(rows, page[begin..end]);
        }

        if (Environment.GetEnvironmentVariable("GANDSL_ACCEPT") == "1")
            File.WriteAllText(path, page);
    }

    private static string RowOf(Function function)
    {
        Expr[] x = [Expr.T, .. Enumerable.Range(1, function.Arity - 1).Select(static i => new Parameter(i == 1 ? "a" : i == 2 ? "b" : "n"))];
        var names = function.Aliases.Select(static alias => $"`{alias}`").Concat(function.MathName is { } math ? [$"`Math.{math}`"] : []);
        var defaults = function.Defaults.Select((value, i) => $"{x[function.RequiredArguments + i]} = {Numbers.Text(value)}");
        var same = function.Definition(x) is { } definition ? $"`{TextPrinter.Print(definition)}`" : "";
        var slope = Simplifier.Simplify(Derivative.Of(Simplifier.Simplify(function.Of(x))));
        return $"| `{function.Name}({string.Join(", ", x.Take(function.RequiredArguments).Select(static a => a.ToString()).Concat(defaults))})` | {string.Join(", ", names)} | {same} | `{TextPrinter.Print(slope)}` |";
    }

    private static Expr Call(string name) => Functions.Find(name) is { } function ? function.Of([Expr.T, .. OptionsOf(function).Select(static value => (Expr)value)]) : throw new ArgumentException(name);

    /// <summary>Numbers for the arguments after the first.</summary>
    private static IEnumerable<double> OptionsOf(Function function) => function.Arity == 1 ? [] : function.Defaults.Length > 0 ? [0.5] : [2];

    /// <summary>The points at which there is a value, with it.</summary>
    private static (double T, double Exact)[] PointsOf(string name, double[]? candidates = null)
    {
        var points = from t in candidates ?? s_points
                     let value = new BallEvaluator(Ball.Of(BigReal.Of(t, Bits)), Bits, new Dictionary<string, double>()).Evaluate(Call(name))
                     where value is { IsUnknown: false }
                     select (T: t, Exact: value.Value.Middle.ToDouble());
        return points.ToArray() is { Length: > 3 } found ? found : throw new InvalidOperationException($"{name} has hardly any value.");
    }

    private static void Agrees(double expected, double actual, double tolerance, string what)
        => Assert.True(Math.Abs(expected - actual) <= tolerance * Math.Max(Math.Abs(expected), 1e-3), $"{what} is {actual:R}, not {expected:R}");
}
