namespace Gan.Generators.Tests.Rules;

/// <summary>What people write from habit: functions of other libraries, powers of other languages, the data of a training loop.</summary>
public sealed class ForeignNamesTests
{
    [Theory]
    [InlineData("F.softplus", "softplus")]
    [InlineData("torch.softplus", "softplus")]
    [InlineData("torch.nn.functional.logsigmoid", "logsigmoid")]
    [InlineData("nn.functional.relu", "relu")]
    [InlineData("np.log", "log")]
    [InlineData("tf.nn.softplus", "softplus")]
    [InlineData("tf.math.log_sigmoid", "logsigmoid")]
    [InlineData("jax.nn.silu", "silu")]
    [InlineData("torch.nn.functional.leaky_relu", "leaky_relu")]
    [InlineData("double.Exp", "exp")]
    [InlineData("Math.Softplus", "softplus")]
    [InlineData("scipy.special.expit", "sigmoid")]
    [InlineData("fabs", "abs")]
    public void A_function_of_another_library(string written, string name)
        => Assert.Equal([$"There is no function '{written}': did you mean '{name}'?"], Verify($"1 + {{|GAN016:{written}|}}(t)"));

    [Theory]
    [InlineData("np.maximum", "0, 1 + t", "max")]
    [InlineData("torch.clip", "t, -1, 1", "clamp")]
    [InlineData("np.power", "1 + t, 2", "pow")]
    public void A_function_of_several_arguments(string written, string arguments, string name)
        => Assert.Equal([$"There is no function '{written}': did you mean '{name}'?"], Verify($"{{|GAN016:{written}|}}({arguments})"));

    [Fact]
    public void Each_of_several_is_found() => Verify("{|GAN016:F.softplus|}(-{|GAN016:np.log|}(1 + {|GAN016:np.exp|}(t)))");

    [Theory]
    [InlineData("t.softplus()", "softplus(t)")]
    [InlineData("t.sigmoid().log()", "log(sigmoid(t))")]
    [InlineData("(1 + t).pow(2)", "pow(1 + t, 2)")]
    [InlineData("(1 + t).clamp(0, 3)", "clamp(1 + t, 0, 3)")]
    public void A_tensors_method(string written, string call)
        => Assert.Equal([$"There is no function '{written}': did you mean '{call}'?"], Verify($"{{|GAN016:{written}|}}"));

    [Theory]
    [InlineData("np.pi", "pi")]
    [InlineData("torch.pi", "pi")]
    [InlineData("math.e", "e")]
    public void A_number_of_another_library(string written, string name)
        => Assert.Equal([$"'{written}' is neither t, a hyperparameter, a constant nor a function: did you mean '{name}'?"], Verify($"t * {{|GAN015:{written}|}}"));

    [Theory]
    [InlineData("torch.bmm")]
    [InlineData("t.foo")]
    public void What_is_no_function_anywhere(string written) => Verify($"{{|GAN019:{written}|}}(t)");

    [Theory]
    [InlineData("t {|GAN018:**|} 2", "'**' is not a power in C#: write pow(t, 2)")]
    [InlineData("2 * t{|GAN018:**|}2 + 1", "'**' is not a power in C#: write pow(t, 2)")]
    [InlineData("(1 + t){|GAN018:**|}(2)", "'**' is not a power in C#: write pow(1 + t, 2)")]
    [InlineData("exp(-t {|GAN018:**|} 2 / 2)", "'**' is not a power in C#: write pow(t, 2)")]
    [InlineData("t {|GAN018:**|} -2", "'**' is not a power in C#: write pow(t, -2)")]
    public void A_power_of_Python(string formula, string message) => Assert.Equal([message], Verify(formula));

    [Theory]
    [InlineData("y", "a formula has no label, because Real is the loss of a real sample's logit and Fake is the loss of a fake sample's logit")]
    [InlineData("targets", "a formula has no label, because Real is the loss of a real sample's logit and Fake is the loss of a fake sample's logit")]
    [InlineData("logits", "write t, the logit that D returns")]
    [InlineData("x", "write t, the logit that D returns")]
    [InlineData("prob", "write sigmoid(t)")]
    [InlineData("z", "a formula is a function of one logit t, and Real, Fake and Generator select the sample")]
    public void The_data_of_a_training_loop(string name, string advice)
        => Assert.Equal([$"'{name}' is neither t, a hyperparameter, a constant nor a function: {advice}"], Verify($"softplus(t) * {{|GAN015:{name}|}}"));

    [Fact]
    public void A_hyperparameter_may_be_called_like_data() => AnalyzerTest.Verify("""
        [GanObjective(FD = "softplus(y * t)", FG = "t")] public sealed partial class Mine { [Hyperparameter] public double Y { get; init; } = 1; }
        """);

    [Fact]
    public void The_variable_of_a_divergence_is_u()
        => Assert.Equal(["'t' is neither t, a hyperparameter, a constant nor a function: write u"], AnalyzerTest.Verify("""[FDivergence("u * log({|GAN015:t|})")] public sealed partial class Mine;"""));

    private static IReadOnlyList<string> Verify(string formula) => AnalyzerTest.Verify($"[GanObjective(FD = \"{formula}\", FG = \"t\")] public sealed partial class Mine;");
}
