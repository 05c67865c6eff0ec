using System.Runtime.InteropServices;
using Gan.Runtime.Tests.Support;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Optimizers;

public class FusedAdamRefusalTests
{
    [Theory]
    [InlineData("lr", -1e-9, 0.9, 0.999, 1e-8, 0)]
    [InlineData("lr", double.NaN, 0.9, 0.999, 1e-8, 0)]
    [InlineData("lr", double.PositiveInfinity, 0.9, 0.999, 1e-8, 0)]
    [InlineData("beta1", 1, 1, 0.999, 1e-8, 0)]
    [InlineData("beta1", 1, -0.1, 0.999, 1e-8, 0)]
    [InlineData("beta1", 1, double.NaN, 0.999, 1e-8, 0)]
    [InlineData("beta2", 1, 0.9, 1, 1e-8, 0)]
    [InlineData("beta2", 1, 0.9, double.NaN, 1e-8, 0)]
    [InlineData("eps", 1, 0.9, 0.999, 0, 0)]
    [InlineData("eps", 1, 0.9, 0.999, -1e-8, 0)]
    [InlineData("eps", 1, 0.9, 0.999, 1e-31, 0)]
    [InlineData("eps", 1, 0.9, 0.999, double.NaN, 0)]
    [InlineData("weight_decay", 1, 0.9, 0.999, 1e-8, -1e-9)]
    [InlineData("weight_decay", 1, 0.9, 0.999, 1e-8, double.PositiveInfinity)]
    public void An_option_out_of_range_is_named(string option, double lr, double beta1, double beta2, double eps, double weightDecay)
    {
        using var scope = NewDisposeScope();
        using var parameter = new Parameter(zeros(3));
        Assert.Equal(option, Assert.Throws<ArgumentOutOfRangeException>(() => new FusedAdam([parameter], lr, beta1, beta2, eps, weightDecay)).ParamName);
        Assert.Equal(option, Assert.Throws<ArgumentOutOfRangeException>(() => new FusedAdamW([parameter], lr, beta1, beta2, eps, weightDecay)).ParamName);
        Assert.Equal(option, Assert.Throws<ArgumentOutOfRangeException>(() => new FusedAdam([new Adam.ParamGroup([parameter], lr, beta1, beta2, eps, weightDecay)])).ParamName);
    }

    [Fact]
    public void A_learning_rate_set_out_of_range_is_refused_at_the_step()
    {
        using var scope = NewDisposeScope();
        using var parameter = new Parameter(zeros(3));
        using var optimizer = new FusedAdam([parameter]);
        parameter.grad = ones(3);
        optimizer.ParamGroups.Single().LearningRate = double.NaN;
        Assert.Throws<ArgumentOutOfRangeException>(() => optimizer.step());
        Numbers.AssertEqual([0, 0, 0], parameter, 0);
    }

    [Fact]
    public void Parameters_it_cannot_optimise_are_refused()
    {
        using var scope = NewDisposeScope();
        using var parameter = new Parameter(zeros(3));
        var disposed = new Parameter(zeros(3));
        disposed.Dispose();
        Assert.Throws<ArgumentNullException>(() => new FusedAdam((IEnumerable<Parameter>)null!));
        Assert.Throws<ArgumentNullException>(() => new FusedAdam((IEnumerable<Adam.ParamGroup>)null!));
        Assert.Throws<ArgumentNullException>(() => new FusedAdam([(Parameter)null!]));
        Assert.Throws<ArgumentException>(() => new FusedAdam(Array.Empty<Parameter>()));
        Assert.Throws<ArgumentException>(() => new FusedAdam([disposed]));
        Assert.Throws<ArgumentException>(() => new FusedAdam([new Parameter(zeros(3, dtype: ScalarType.ComplexFloat32))]));
        Assert.Contains("twice", Assert.Throws<ArgumentException>(() => new FusedAdam([parameter, parameter])).Message);
        using var optimizer = new FusedAdam([parameter]);
        Assert.Contains("twice", Assert.Throws<ArgumentException>(() => optimizer.add_param_group(new Adam.ParamGroup { Parameters = [parameter] })).Message);
        Assert.Contains("Adam.ParamGroup", Assert.Throws<ArgumentException>(() => optimizer.add_param_group(new SGD.ParamGroup())).Message);
        Assert.Contains("AMSGrad", Assert.Throws<ArgumentException>(() => new FusedAdam([new Adam.ParamGroup([parameter], amsgrad: true)])).Message);
    }

    [Fact]
    public void A_sparse_gradient_is_refused_before_the_parameter_is_changed()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Embedding(5, 3, sparse: true);
        using var optimizer = new FusedAdam(layer.parameters());
        var before = Numbers.Of(layer.weight!);
        layer.call(tensor(new long[] { 1, 2 })).sum().backward();
        Assert.Contains("sparse", Assert.Throws<InvalidOperationException>(() => optimizer.step()).Message);
        Numbers.AssertEqual(before, layer.weight!, 0);
    }

    [Fact]
    public void A_module_that_has_changed_its_dtype_needs_a_new_optimiser()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(3, 2);
        using var optimizer = new FusedAdam(layer.parameters());
        layer.to(ScalarType.Float64);
        layer.call(ones(1, 3, dtype: ScalarType.Float64)).sum().backward();
        Assert.Throws<InvalidOperationException>(() => optimizer.step());
    }

    [Fact]
    public void A_disposed_parameter_or_optimiser_is_named()
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(zeros(3));
        var optimizer = new FusedAdam([parameter]);
        parameter.Dispose();
        Assert.Contains("Parameter 0 [3]", Assert.Throws<InvalidOperationException>(() => optimizer.step()).Message);
        optimizer.Dispose();
        optimizer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => optimizer.step());
    }

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    public void A_graph_from_before_the_step_fails_instead_of_giving_wrong_gradients(ScalarType dtype)
    {
        using var scope = NewDisposeScope();
        foreach (var shape in new long[][] { [], [3], [2, 2] })
        {
            using var parameter = Samples.Parameter(shape, dtype);
            using var optimizer = new FusedAdam([parameter]);
            var stale = parameter.square().sum();
            parameter.grad = ones_like(parameter);
            optimizer.step();
            Assert.Contains("modified by an inplace operation", Assert.Throws<ExternalException>(() => stale.backward()).Message);
        }
    }
}
