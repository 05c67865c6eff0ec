namespace Gan.Generators.Tests.Rules;

public sealed class LossFunctionRulesTests
{
    [Theory]
    [InlineData("double {|GAN060:F|}(double t) => t;", "must be static, because a formula has no instance: hyperparameters come as parameters of their names")]
    [InlineData("static double {|GAN060:F|}<T>(double t) => t;", "cannot be generic, because a formula computes with doubles: remove its type parameters")]
    [InlineData("static int {|GAN060:F|}(double t) => 1;", "returns int, but a loss is a number: return double")]
    [InlineData("static double {|GAN060:F|}() => 1;", "has no parameter: the first one is the logit, 'double t'")]
    [InlineData("static double {|GAN060:F|}(double t, int n) => t;", "takes 'int n', but a formula passes doubles by value")]
    [InlineData("static double {|GAN060:F|}(in double t) => t;", "takes 'double t', but a formula passes doubles by value")]
    [InlineData("static double {|GAN060:F|}(double t, params double[] more) => t;", "takes 'double[] more', but a formula passes doubles by value")]
    [InlineData("static extern double {|GAN060:F|}(double t);", "has no body that the compiler can read: write one")]
    public void Signature(string method, string problem) => Assert.Equal([$"Loss function 'F' {problem}"], Verify(method));

    [Theory]
    [InlineData("static double F(double t) { {|GAN061:while (t > 1) t = t / 2;|} return t; }", "A loss function cannot contain a 'while' loop: write one expression of its argument")]
    [InlineData("static double F(double t) { {|GAN061:foreach (var x in new[] { 1.0 }) { }|} return t; }", "A loss function cannot contain a 'foreach' loop: write one expression of its argument")]
    [InlineData("static double F(double t) { {|GAN061:t = 2 * t;|} return t; }", "'t' cannot be assigned to: declare another local for the new value")]
    [InlineData("static double F(double t) { {|GAN061:t++;|} return t; }", "'t++' changes a variable: declare another local for the new value")]
    [InlineData("static double F(double t) { {|GAN061:Console.WriteLine(t);|} return t; }", "'Console.WriteLine(t)' is a statement without a value, which no loss can depend on: remove it")]
    [InlineData("static double F(double t) { {|GAN061:throw new Exception();|} }", "A loss function cannot throw: it has a value for every logit")]
    [InlineData("static double F(double t) { {|GAN061:switch (t) { default: return 1; }|} }", "A loss function cannot contain a switch statement: write a switch expression")]
    [InlineData("static double F(double t) { {|GAN061:double G(double x) => x;|} return t; }", "A loss function cannot contain a local function: make it another [LossFunction] method")]
    [InlineData("static double F(double t) { {|GAN061:try { return t; } finally { }|} }", "A loss function cannot contain a 'try' statement: use only locals, 'if' and 'return'")]
    [InlineData("static double F(double t) { double {|GAN061:y|}; {|GAN061:y = t;|} return y; }", "'y' must get its value where it is declared, because later assignments are not followed")]
    [InlineData("static double F(double t) => t switch { > 0 => t, {|GAN061:double x|} when x < -1 => x, _ => 0 };", "A loss function cannot use the pattern 'double x': compare with numbers")]
    [InlineData("static double F(double t) => {|GAN061:t switch { > 0 => t, <= 0 => 0 }|};", "A switch expression must end in '_ =>': a loss function has a value for every logit")]
    [InlineData("static double F(double t) => t switch { {|GAN061:0|} => 1, _ => t };", "A loss that differs at single logits has no meaning: compare t with <, <=, > or >=, and hyperparameters alone with ==")]
    [InlineData("static double F(double t) => {|GAN061:t == 1|} ? 1 : t;", "A loss that differs at single logits has no meaning: compare t with <, <=, > or >=, and hyperparameters alone with ==")]
    [InlineData("static double F(double t) => {|GAN061:Math.Floor|}(t);", null)]
    [InlineData("static double F(double t) => {|GAN061:Convert.ToDouble|}(t);", "'Convert.ToDouble' cannot be called in a loss function: call methods of Math and MathF, or other [LossFunction] methods of 'Mine'")]
    [InlineData("static double F(double t) => {|GAN061:G|}(t); static double G(double t) => t;", "'G' cannot be called in a loss function: call methods of Math and MathF, or other [LossFunction] methods of 'Mine'")]
    [InlineData("static double F(double t) => {|GAN061:(int)t|};", "A loss function cannot cast to int, because its values are real numbers: remove the cast")]
    [InlineData("static double F(double t) => t * {|GAN061:s_k|}; static double s_k = 2;", "The field 's_k' may change: make it const, or pass it as a parameter")]
    [InlineData("static double F(double t) => t * {|GAN061:s_k|}; static readonly double s_k = Math.Sqrt(2);", "The value of the field 's_k' is not known while compiling: initialise it with a constant expression, or make it const")]
    [InlineData("static double F(double t) => t * {|GAN061:K|}; static double K => 2;", "The property 'K' may change: pass it as a parameter, which gets the value of the hyperparameter of its name")]
    [InlineData("static double F(double t) => t * {|GAN061:double.PositiveInfinity|};", "'double.PositiveInfinity' is not a finite number")]
    [InlineData("static double F(double t) => {|GAN061:t % 2|};", "A formula cannot use the remainder operator '%'")]
    [InlineData("static double F(double t) => Math.Pow({|GAN061:y: 2|}, {|GAN061:x: t|});", "Arguments are given by position, without a name, ref or out")]
    public void Construct(string method, string? message)
    {
        var messages = Verify(method);
        Assert.Contains(message ?? messages[0], messages);
    }

    [Theory]
    [InlineData("static double F(double t) => {|GAN062:1 / 2|} * t;", "'1 / 2' divides integers and is 0 in C#: write 1.0 / 2, or 0")]
    [InlineData("static double F(double t) => ({|GAN062:7 / 2|} + 1.5) * t;", "'7 / 2' divides integers and is 3 in C#: write 7.0 / 2, or 3")]
    [InlineData("static double F(double t) { const double half = {|GAN062:1 / 2|}; return half * t; }", "'1 / 2' divides integers and is 0 in C#: write 1.0 / 2, or 0")]
    [InlineData("static double F(double t) => t * ({|GAN062:1 / N|}); const int N = 2;", "'1 / N' divides integers and is 0 in C#: write 1.0 / N, or 0")]
    [InlineData("static double F(double t) => t * ({|GAN062:N / 4|}); const int N = 2;", "'N / 4' divides integers and is 0 in C#: write (double)N / 4, or 0")]
    [InlineData("static double F(double t) { int n = 2; return {|GAN062:1 / n|} * t; }", "'1 / n' is arithmetic on integers, which C# truncates or lets overflow: make one side a double")]
    [InlineData("static double F(double t) => {|GAN062:Math.Sign(t) / 2|};", "'Math.Sign(t) / 2' is arithmetic on integers, which C# truncates or lets overflow: make one side a double")]
    [InlineData("static double F(double t) => {|GAN062:-Math.Sign(t)|};", "'-Math.Sign(t)' is arithmetic on integers, which C# lets overflow: write -1.0 * Math.Sign(t)")]
    public void Integers(string method, string message) => Assert.Equal([message], Verify(method));

    [Theory]
    [InlineData("static double F(double t) => t > 0 ? {|GAN063:F(t - 1)|} : t;", "F → F")]
    [InlineData("static double F(double t) => G(t); [LossFunction] static double G(double t) => H(t); [LossFunction] static double H(double t) => {|GAN063:G(t)|} + 1;", "G → H → G")]
    public void Recursion(string method, string calls)
        => Assert.Equal([$"{calls} would never end, because each call is replaced by the function's body: remove the call"], Verify(method));

    [Theory]
    [InlineData("static double F(double x, double t) => x;")]
    [InlineData("static double F(double x, double exp) => x;")]
    public void A_parameters_name_that_is_taken(string method)
    {
        var marked = method.Replace(" F(", " {|GAN064:F|}(");
        Assert.StartsWith("Parameter '", Assert.Single(Verify(marked)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hyperparameters_name() => Assert.Equal(
        ["Loss function 'f' has the name of a hyperparameter in formulas: rename it"],
        AnalyzerTest.Verify("""
            [GanObjective(FD = "t + f", FG = "t")]
            partial class Mine { [Hyperparameter] public double F { get; init; } [LossFunction] static double {|GAN064:f|}(double t) => t; }
            """).Where(static message => message.StartsWith("Loss", StringComparison.Ordinal)));

    [Fact]
    public void Overloads()
        => Assert.Equal(
            ["There is another loss function 'F', and a formula cannot tell the two apart: rename one of them"],
            Verify("static double F(double t) => t; [LossFunction] static double {|GAN065:F|}(double t, double s) => t;"));

    [Fact]
    public void Unused()
        => Assert.Equal(
            ["Loss function 'H' is not used in any formula: use it by its name, or remove its attribute"],
            Verify("static double F(double t) => G(t); [LossFunction] static double G(double t) => t; [LossFunction] static double {|GAN066:H|}(double t) => G(t);"));

    [Fact]
    public void A_parameter_without_a_value() => Assert.Equal(
        ["Wrong number of arguments: F needs 'margin', which is not a hyperparameter: declare one, or give an argument"],
        AnalyzerTest.Verify("""
            [GanObjective(FD = "2 * {|GAN017:F(t)|}", FG = "t")]
            partial class Mine { [LossFunction] static double F(double t, double margin) => t; }
            """));

    [Fact]
    public void Too_many_arguments() => Assert.Equal(
        ["Wrong number of arguments: F takes 1 argument, not 2"],
        AnalyzerTest.Verify("""
            [GanObjective(FD = "{|GAN017:F(t, 1)|}", FG = "t")]
            partial class Mine { [LossFunction] static double F(double t) => t; }
            """));

    [Fact]
    public void A_misspelt_one_is_suggested() => Assert.Equal(
        ["There is no function 'Sofd': did you mean 'Soft'?"],
        AnalyzerTest.Verify("""
            [GanObjective(FD = "{|GAN016:Sofd|}(t)", FG = "Soft")]
            partial class Mine { [LossFunction] static double Soft(double t) => t; }
            """));

    [Fact]
    public void A_hyperparameter_that_a_function_ignores_is_unused() => AnalyzerTest.Verify("""
        [GanObjective(FD = "F", FG = "t")]
        partial class Mine { [Hyperparameter] public double {|GAN058:Margin|} { get; init; } [LossFunction] static double F(double t, double margin) => t; }
        """);

    [Fact]
    public void In_another_file_it_is_found_there() => AnalyzerTest.Verify(
        "[GanObjective(FD = nameof(F), FG = \"t\")] public partial class Mine;",
        "// what stands before\npartial class Mine { [LossFunction] static double F(double t) { var x = {|GAN062:1 / 2|}; return x * t; } }");

    [Fact]
    public void On_another_type_it_says_nothing() => AnalyzerTest.Verify(
        "class Other { [{|GAN006:LossFunction|}] static double F(double t) => t; }");

    private static IReadOnlyList<string> Verify(string method) => AnalyzerTest.Verify($$"""
        using System;
        [GanObjective(FD = "F", FG = "t")]
        public sealed partial class Mine { [LossFunction] {{method}} }
        """);
}
