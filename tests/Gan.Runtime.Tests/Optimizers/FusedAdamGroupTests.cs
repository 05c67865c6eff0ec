using Gan.Runtime.Tests.Support;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Optimizers;

public class FusedAdamGroupTests
{
    [Fact]
    public void Each_group_has_its_own_options_and_the_constructors_for_the_rest()
    {
        using var scope = NewDisposeScope();
        using var slow = new Parameter(zeros(3));
        using var fast = new Parameter(zeros(3));
        using var optimizer = new FusedAdam(
            [new Adam.ParamGroup { Parameters = [slow], Options = new() { LearningRate = 0.25 } }, new Adam.ParamGroup { Parameters = [fast] }], lr: 0.5);
        AssertFirstStep(optimizer, (slow, 0.25), (fast, 0.5));
    }

    [Fact]
    public void A_group_can_be_added_later()
    {
        using var scope = NewDisposeScope();
        using var first = new Parameter(zeros(3));
        using var second = new Parameter(zeros(3));
        using var optimizer = new FusedAdam([first], lr: 0.5);
        optimizer.add_param_group(new Adam.ParamGroup([second], lr: 0.125));
        AssertFirstStep(optimizer, (first, 0.5), (second, 0.125));
        Assert.Equal(2, optimizer.parameters().Count());
    }

    [Fact]
    public void A_lazy_sequence_of_parameters_is_read_once()
    {
        using var scope = NewDisposeScope();
        var reads = 0;
        using var optimizer = new FusedAdam(Enumerable.Range(0, 2).Select(_ =>
        {
            reads++;
            return new Parameter(zeros(3));
        }));
        optimizer.step();
        Assert.Equal(optimizer.parameters(), optimizer.parameters());
        Assert.Equal(2, reads);
    }

    [Fact]
    public void The_learning_rate_can_be_set_and_scheduled()
    {
        using var scope = NewDisposeScope();
        using var parameter = new Parameter(zeros(3));
        using var optimizer = new FusedAdam([parameter], lr: 1);
        foreach (var group in optimizer.ParamGroups)
            group.LearningRate = 0.5;
        AssertFirstStep(optimizer, (parameter, 0.5));

        // A constant gradient steps by lr at every step.
        var scheduler = optim.lr_scheduler.StepLR(optimizer, 1, gamma: 0.5);
        scheduler.step();
        optimizer.step();
        Numbers.AssertEqual([.. Enumerable.Repeat(-0.5 - optimizer.ParamGroups.Single().LearningRate, 3)], parameter, 1e-6);
        Assert.True(optimizer.ParamGroups.Single().LearningRate is > 0 and < 1);
    }

    [Fact]
    public void Betas_are_the_constructors_until_set_for_every_group()
    {
        using var scope = NewDisposeScope();
        using var parameter = new Parameter(zeros(3));
        using var optimizer = new FusedAdam([parameter], lr: 1, beta1: 0.5, beta2: 0.75);
        Assert.Equal((0.5, 0.75), optimizer.Betas);
        optimizer.Betas = (0, 0);
        Assert.Equal((0, 0), ((optim.IBetas)optimizer.ParamGroups.Single()).Betas);

        // Without memory every step is lr times the sign.
        parameter.grad = tensor(new[] { 1f, -3f, 5f });
        optimizer.step();
        parameter.grad = tensor(new[] { 7f, 1e-3f, 1f });
        optimizer.step();
        Numbers.AssertEqual([-2, 0, -2], parameter, 1e-4);
    }

    [Fact]
    public void A_one_cycle_schedule_drives_rate_and_betas()
    {
        using var scope = NewDisposeScope();
        using var parameter = new Parameter(zeros(3));
        using var optimizer = new FusedAdam([parameter]);
        var scheduler = optim.lr_scheduler.OneCycleLR(optimizer, 0.1, total_steps: 10);
        parameter.grad = ones(3);
        for (var n = 0; n < 9; n++)
        {
            optimizer.step();
            scheduler.step();
        }

        Assert.All(Numbers.Of(parameter), value => Assert.True(value is < -0.1 and > -0.9));
    }

    /// <summary>The first step is the learning rate times the gradient's sign.</summary>
    private static void AssertFirstStep(FusedAdam optimizer, params (Parameter Parameter, double LearningRate)[] expected)
    {
        foreach (var (parameter, _) in expected)
            parameter.grad = ones(3);
        optimizer.step();
        foreach (var (parameter, rate) in expected)
            Numbers.AssertEqual([-rate, -rate, -rate], parameter, 1e-6);
    }
}
