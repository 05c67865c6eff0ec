namespace Gan.Generators.Tests.Rules;

public sealed class FormulaErrorRulesTests
{
    [Theory]
    [InlineData("\"softplus({|GAN013:t|}\"", ") expected")]
    [InlineData("\"softplus(t){|GAN013:)|}\"", "")]
    [InlineData("\"1 {|GAN013:+|}\"", "")]
    public void Syntax(string formula, string said)
    {
        var message = Assert.Single(Verify(formula));
        Assert.StartsWith("The formula cannot be read: ", message);
        Assert.Contains(said, message);
    }

    [Theory]
    [InlineData("{|GAN014:\"\"|}")]
    [InlineData("\"{|GAN014:  |}\"")]
    public void Empty(string formula)
        => Assert.Equal(["FD is empty: write an expression of the logit t, such as \"softplus(t)\""], Verify(formula));

    [Theory]
    [InlineData("\"max(0, {|GAN015:margn|} - t)\"", "'margn' is neither t, a hyperparameter, a constant nor a function: did you mean 'margin'?")]
    [InlineData("\"{|GAN015:softplsu|}\"", "'softplsu' is neither t, a hyperparameter, a constant nor a function: did you mean 'softplus'?")]
    [InlineData("\"t * {|GAN015:lambdaWeight|}\"", "'lambdaWeight' is neither t, a hyperparameter, a constant nor a function: declare it as a [Hyperparameter] property")]
    public void Unknown_name(string formula, string message) => Assert.Equal([message], Verify(formula));

    [Theory]
    [InlineData("\"1 + {|GAN016:soft_plus|}(t)\"", "There is no function 'soft_plus': did you mean 'softplus'?")]
    [InlineData("\"Math.{|GAN016:Expp|}(t)\"", "There is no function 'Expp': did you mean 'Exp'?")]
    public void Unknown_function(string formula, string message) => Assert.Equal([message], Verify(formula));

    [Fact]
    public void An_unknown_function_with_no_name_near_gets_the_whole_table()
        => Assert.StartsWith("There is no function 'wasserstein': there are softplus, logsigmoid, sigmoid, ", Assert.Single(Verify("\"{|GAN016:wasserstein|}(t)\"")));

    [Theory]
    [InlineData("\"1 + {|GAN017:softplus(t, 1)|}\"", "softplus takes 1 argument, not 2")]
    [InlineData("\"{|GAN017:max|}\"", "max takes 2 arguments, not 1")]
    public void Argument_count(string formula, string message) => Assert.Equal(["Wrong number of arguments: " + message], Verify(formula));

    [Theory]
    [InlineData("\"t{|GAN018:^|}2\"", "pow(t, 2)")]
    [InlineData("\"1 + t {|GAN018:^|} 2\"", "pow(t, 2)")]
    [InlineData("\"(1 + t){|GAN018:^|}(2)\"", "pow(1 + t, 2)")]
    [InlineData("\"-exp(t + 1){|GAN018:^|}-t / 2\"", "pow(exp(t + 1), -t)")]
    [InlineData("\"Math.Exp(t){|GAN018:^|}Math.PI\"", "pow(Math.Exp(t), Math.PI)")]
    public void Caret(string formula, string instead) => Assert.Equal([$"'^' is not a power in C#: write {instead}"], Verify(formula));

    [Fact]
    public void Powers_of_powers_group_to_the_right()
        => Assert.Equal(
            ["'^' is not a power in C#: write pow(2, 3^t)", "'^' is not a power in C#: write pow(3, t)"],
            Verify("\"2{|GAN018:^|}3{|GAN018:^|}t\""));

    [Theory]
    [InlineData("\"1 + {|GAN019:(float)t|}\"", "A cast is not needed: every value is a real number")]
    [InlineData("\"{|GAN019:t % 2|}\"", "A formula cannot use the remainder operator '%'")]
    [InlineData("\"{|GAN019:t == 0|} ? 1 : t\"", "A loss that differs at single logits has no meaning: compare t with <, <=, > or >=, and hyperparameters alone with ==")]
    [InlineData("\"{|GAN019:t != margin|} ? 1 : t\"", "A loss that differs at single logits has no meaning: compare t with <, <=, > or >=, and hyperparameters alone with ==")]
    [InlineData("\"t * ({|GAN019:margin == 1|})\"", "A comparison is not a number: write 'condition ? a : b'")]
    [InlineData("\"{|GAN019:this.X|} + t\"", "'this.X' is not known here: only members of Math and MathF are")]
    public void Unsupported_construct(string formula, string message) => Assert.Equal([message], Verify(formula));

    [Theory]
    [InlineData("@\"softplus({|GAN015:bad|})\"")]
    [InlineData("\"s\\u006Fftplus(\\t{|GAN015:b\\x0061d|})\"")]
    [InlineData("\"softplus(\" + \"{|GAN015:bad|})\"")]
    [InlineData("\"softplus(\" + {|GAN015:nameof(bad)|} + \")\"")]
    [InlineData("{|GAN015:Formulas.Bad|}")]
    [InlineData("\"\"\"\n        softplus(\n          {|GAN015:bad|})\n        \"\"\"")]
    public void It_is_found_in_any_way_of_writing_a_string(string formula) => Verify(formula);

    /// <summary>A hyperparameter has one value for all logits: it may be compared for equality.</summary>
    [Theory]
    [InlineData("\"margin == 1 ? t : 2 * t\"")]
    [InlineData("\"margin != 1 && t > 0 ? t : 2 * t\"")]
    public void Equality_of_hyperparameters(string formula) => Verify(formula);

    [Fact]
    public void Each_formula_and_each_mistake_is_said_once() => AnalyzerTest.Verify(
        """[GanObjective(Generator = "{|GAN016:f|}({|GAN015:goo|})", Real = "{|GAN015:x|} - {|GAN015:hoo|}", Fake = "t {|GAN013:t|}")] partial class Mine;""");

    [Fact]
    public void The_names_of_hyperparameters_are_known() => AnalyzerTest.Verify(
        """
        [GanObjective(FD = "max(0, margin - t) + {|GAN015:Margin|}", FG = "t")]
        partial class Mine { [Hyperparameter] public double Margin { get; init; } = 1; }
        """);

    private static IReadOnlyList<string> Verify(string formula) => AnalyzerTest.Verify($$"""
        [GanObjective(FD = {{formula}}, FG = "t")]
        partial class Mine { [Hyperparameter] public double Margin { get; init; } static int bad; }
        static class Formulas { public const string Bad = "softplus(bad)"; }
        """);
}
