namespace Gan.Runtime.Tests.Modules;

public class LazyRegularizationTests
{
    [Fact]
    public void The_settings_of_StyleGAN2()
    {
        // Discriminator: every 16, c = 16/17; generator: every 4, c = 4/5.
        var d = LazyRegularization.AdamOptions(0.002, 0, 0.99, 16);
        Assert.Equal(0.0018823529411764706, d.LearningRate, 1e-16);
        Assert.Equal(0, d.Beta1);
        Assert.Equal(Math.Exp(16.0 / 17 * Math.Log(0.99)), d.Beta2, 1e-15);
        var (lr, beta1, beta2) = LazyRegularization.AdamOptions(0.002, 0.5, 0.99, 4);
        Assert.Equal(0.0016, lr, 1e-16);
        Assert.Equal(0.5743491774985174, beta1, 1e-15);
        Assert.Equal(0.9919919678228657, beta2, 1e-15);
    }

    [Theory]
    [InlineData(-1, 0, 0, 1, "lr")]
    [InlineData(double.NaN, 0, 0, 1, "lr")]
    [InlineData(1, 1, 0, 1, "beta1")]
    [InlineData(1, -0.1, 0, 1, "beta1")]
    [InlineData(1, 0, double.NaN, 1, "beta2")]
    [InlineData(1, 0, 1, 1, "beta2")]
    [InlineData(1, 0, 0, 0, "every")]
    public void Numbers_out_of_range_are_refused(double lr, double beta1, double beta2, int every, string name) =>
        Assert.Throws<ArgumentOutOfRangeException>(name, () => LazyRegularization.AdamOptions(lr, beta1, beta2, every));
}
