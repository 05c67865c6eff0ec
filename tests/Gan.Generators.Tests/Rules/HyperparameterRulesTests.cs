namespace Gan.Generators.Tests.Rules;

public sealed class HyperparameterRulesTests
{
    [Theory]
    [InlineData("[Hyperparameter] public double Margin { get; init; }")]
    [InlineData("[Hyperparameter(Min = 0, Max = 1)] public double Margin { get; set; } = 1;")]
    [InlineData("[Hyperparameter(Min = 0, Max = 1, Exclusive = true)] internal double Margin { get; init; } = 1 / 2d;")]
    [InlineData("[Hyperparameter] public double Margin { get; init => field = value < 0 ? 0 : value; } = -3;")]
    [InlineData("private const int Half = 2; [Hyperparameter] public double margin { get; init; } = Half;")]
    public void It_is_right(string member) => Verify(member);

    [Theory]
    [InlineData("[Hyperparameter] public float {|GAN050:Margin|} { get; init; } = 1;", "float")]
    [InlineData("[Hyperparameter] public double? {|GAN050:Margin|} { get; init; }", "double?")]
    [InlineData("[Hyperparameter] public System.Half {|GAN050:Margin|} { get; init; }", "Half")]
    public void Type(string member, string type)
        => Assert.Equal([$"Hyperparameter 'Margin' is of type {type}, but formulas compute with doubles: make it double"], Verify(member));

    [Fact]
    public void Static()
        => Assert.Equal(
            ["Hyperparameter 'Margin' cannot be static, because each instance of an objective has its own value: remove 'static'"],
            Verify("[Hyperparameter] public static double {|GAN051:Margin|} { get; set; }"));

    [Theory]
    [InlineData("[Hyperparameter] public double {|GAN052:Margin|} { get; } = 1;")]
    [InlineData("[Hyperparameter] public double {|GAN052:Margin|} => 1;")]
    [InlineData("[Hyperparameter] public double {|GAN052:Margin|} { init { } }")]
    public void Accessors(string member)
        => Assert.Equal(["Hyperparameter 'Margin' must be readable and settable: give it { get; init; }"], Verify(member));

    [Theory]
    [InlineData("[Hyperparameter] public double {|GAN053:Margin|} { get; init; } = System.Math.Sqrt(2);")]
    [InlineData("[Hyperparameter] public required double {|GAN053:Margin|} { get; init; }")]
    [InlineData("private double _m = 2; [Hyperparameter] public double {|GAN053:Margin|} { get => _m; set => _m = value; }")]
    public void Default(string member)
        => Assert.Equal(["Hyperparameter 'Margin' has no default that is known while compiling: initialise it with a constant, such as '= 1'"], Verify(member));

    [Fact]
    public void A_positional_property_has_no_constant_default()
        => AnalyzerTest.Verify("""[GanObjective(FD = "t + a", FG = "t")] public partial record Mine([property: Hyperparameter] double {|GAN053:A|});""");

    [Theory]
    [InlineData("[Hyperparameter(Min = 1)] public double {|GAN054:Margin|} { get; init; }", "0", "[1, ∞)")]
    [InlineData("[Hyperparameter(Max = 1, Exclusive = true)] public double {|GAN054:Margin|} { get; init; } = 1;", "1", "(-∞, 1)")]
    [InlineData("[Hyperparameter(Min = 0.5, Max = 1)] public double {|GAN054:Margin|} { get; init; } = 1.5;", "1.5", "[0.5, 1]")]
    [InlineData("[Hyperparameter] public double {|GAN054:Margin|} { get; init; } = double.NaN;", "NaN", "(-∞, ∞)")]
    [InlineData("[Hyperparameter] public double {|GAN054:Margin|} { get; init; } = 1 / 0d;", "Infinity", "(-∞, ∞)")]
    public void Default_out_of_range(string member, string value, string range)
        => Assert.Equal(
            [$"The default of hyperparameter 'Margin' is {value}, outside its range {range}: initialise it with a value inside, or widen the range"],
            Verify(member));

    [Theory]
    [InlineData("Min = 2, Max = 1", "[2, 1]")]
    [InlineData("Min = 1, Max = 1, Exclusive = true", "(1, 1)")]
    [InlineData("Min = double.NaN", "[NaN, ∞)")]
    [InlineData("Min = double.PositiveInfinity", "[∞, ∞)")]
    public void Empty_range(string arguments, string range)
        => Assert.Equal(
            [$"No value of hyperparameter 'Margin' lies in its range {range}: give a Min below Max"],
            Verify($"[Hyperparameter({arguments})] public double {{|GAN055:Margin|}} {{ get; init; }} = 1;"));

    [Theory]
    [InlineData("T", "t", "the logit")]
    [InlineData("Pi", "pi", "a constant")]
    [InlineData("E", "e", "a constant")]
    [InlineData("Softplus", "softplus", "a function")]
    [InlineData("Max", "max", "a function")]
    [InlineData("Ln", "ln", "a function")]
    [InlineData("Lock", "lock", "a keyword")]
    public void A_name_that_is_taken(string property, string name, string meaning)
        => Assert.Equal(
            [$"Hyperparameter '{property}' would be '{name}' in formulas, which is {meaning} there: rename it"],
            AnalyzerTest.Verify($$"""
                [GanObjective(FD = "t + @{{name}}", FG = "t")]
                partial class Mine { [Hyperparameter] public double {|GAN056:{{property}}|} { get; init; } }
                """).Where(static message => message.StartsWith('H')));

    [Fact]
    public void Two_of_one_name()
        => Assert.Equal(
            ["Hyperparameters 'margin' and 'Margin' would both be 'margin' in formulas: rename one of them"],
            Verify("[Hyperparameter] public double Margin { get; init; } [Hyperparameter] public double {|GAN057:margin|} { get; init; }"));

    [Fact]
    public void Unused()
        => Assert.Equal(
            ["Hyperparameter 'Slope' is not used in any formula: use it as 'slope', or remove its attribute"],
            Verify("[Hyperparameter] public double Margin { get; init; } [Hyperparameter] public double {|GAN058:Slope|} { get; init; }"));

    [Fact]
    public void It_is_used_in_a_formula_that_is_in_error() => AnalyzerTest.Verify("""
        [GanObjective(FD = "{|GAN016:soft|}(t, margin)", FG = "t")]
        partial class Mine { [Hyperparameter] public double Margin { get; init; } }
        """);

    [Fact]
    public void Without_formulas_none_is_unused() => AnalyzerTest.Verify("""
        [{|GAN010:GanObjective|}]
        partial class Mine { [Hyperparameter] public double Margin { get; init; } }
        """);

    private static IReadOnlyList<string> Verify(string members) => AnalyzerTest.Verify($$"""
        [GanObjective(FD = "max(0, margin - t)", FG = "t")]
        public sealed partial class Mine { {{members}} }
        """);

    [Theory]
    [InlineData("public double {|GAN059:Margin|} { get; init; } = 1;", "is not partial, so nothing sets it to the default of its attribute: initialise it, '= 2', or make it partial")]
    [InlineData("public partial double {|GAN059:Margin|} { get; init; } = 1;", "has an initialiser, so nothing sets it to the default of its attribute: remove one of the two")]
    public void A_default_that_nothing_uses(string property, string message)
        => Assert.Equal(
            ["Hyperparameter 'Margin' " + message],
            AnalyzerTest.Verify($"[GanObjective(FD = \"max(0, margin + t)\", FG = \"t\")] [CriticLimitedBy(\"layers\")] partial class Mine {{ [Hyperparameter(Default = 2)] {property} }}"));
}
