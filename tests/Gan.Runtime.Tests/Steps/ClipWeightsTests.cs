using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Steps;

public class ClipWeightsTests
{
    [Fact]
    public void Weights_end_at_the_limit_in_place()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(-3, 0.004, 0.01, 0.5);
        var before = discriminator.Weight.Handle;
        WeightClipping.Clip(discriminator, 0.01);
        Assert.Equal([-0.01, 0.004, 0.01, 0.01], discriminator.Weight.detach().data<double>().ToArray());
        Assert.Equal(before, discriminator.Weight.Handle);
        Assert.True(discriminator.Weight.requires_grad);
        Assert.True(discriminator.Weight.is_leaf);
    }

    [Fact]
    public void An_objective_clips_only_if_it_declares_a_limit()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(-3);
        ((IGanObjective)new LogisticObjective()).ClipWeights(discriminator);
        Assert.Equal(-3, discriminator.Weight.item<double>());
        ((IGanObjective)new LogisticObjective { Clip = 0.5 }).ClipWeights(discriminator);
        Assert.Equal(-0.5, discriminator.Weight.item<double>());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Limits_out_of_range_are_refused(double limit)
    {
        using var discriminator = FunctionNet.Linear(-3);
        Assert.Throws<ArgumentOutOfRangeException>(nameof(limit), () => WeightClipping.Clip(discriminator, limit));
        Assert.Throws<ArgumentNullException>("discriminator", () => WeightClipping.Clip(null!, 1));
    }

    [Fact]
    public void Clipping_leaks_nothing()
    {
        using var discriminator = FunctionNet.Linear(-3, 4);
        Live.AssertUnchanged(() => WeightClipping.Clip(discriminator, 0.5));
    }
}
