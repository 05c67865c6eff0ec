using Gan.Runtime.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Modules;

public class SpectralNormTests
{
    [Theory]
    [MemberData(nameof(SampleLayer.Names), MemberType = typeof(SampleLayer))]
    public void Sigma_tends_to_the_largest_singular_value(string name)
    {
        using var scope = NewDisposeScope();
        var sample = SampleLayer.Find(name);
        manual_seed(1);
        using var layer = SpectralNorm.Of(sample.Make(), iterations: 300);
        layer.call(sample.Input());
        var expected = linalg.svdvals(MatrixOf(SampleLayer.Parameter(layer, "layer.weight"), sample.Transposed)).max().ToDouble();
        Assert.Equal(expected, layer.Sigma().ToDouble(), 1e-9 * expected);
    }

    [Theory]
    [MemberData(nameof(SampleLayer.Names), MemberType = typeof(SampleLayer))]
    public void The_output_is_that_of_the_divided_weight(string name)
    {
        using var scope = NewDisposeScope();
        var sample = SampleLayer.Find(name);
        using var layer = SpectralNorm.Of(sample.Make());
        var x = sample.Input();
        var y = layer.call(x);
        var expected = sample.Formula(x, SampleLayer.Parameter(layer, "layer.weight").div(layer.Sigma()), SampleLayer.Parameter(layer, "layer.bias"));
        Assert.Equal(expected.shape, y.shape);
        Numbers.AssertEqual(Numbers.Of(expected), y, 1e-12);
    }

    [Fact]
    public void One_call_is_one_step_of_power_iteration()
    {
        // W = (3 1; 0 2), u = (0.6, 0.8): W^T u = (1.8, 2.2), of length sqrt(8.08); with v, W v = (7.6, 4.4) / sqrt(8.08).
        using var scope = NewDisposeScope();
        using var layer = Layer(new double[,] { { 3, 1 }, { 0, 2 } }, u: [0.6, 0.8], v: [1, 0]);
        layer.call(zeros(1, 2, dtype: ScalarType.Float64));
        var state = layer.state_dict();
        Numbers.AssertEqual([1.8 / Math.Sqrt(8.08), 2.2 / Math.Sqrt(8.08)], state["v"], 1e-14);
        Numbers.AssertEqual([7.6 / Math.Sqrt(77.12), 4.4 / Math.Sqrt(77.12)], state["u"], 1e-14);
        Assert.Equal(Math.Sqrt(77.12 / 8.08), state["u"].dot(SampleLayer.Parameter(layer, "layer.weight").mv(state["v"])).ToDouble(), 1e-14);
    }

    [Fact]
    public void The_gradient_flows_through_sigma_with_constant_vectors()
    {
        // Miyato 2018, equation 10: dL/dW = (d x^T - (d . W x / sigma) u v^T) / sigma for d = dL/dy. Here u and v are not yet the singular vectors.
        using var scope = NewDisposeScope();
        double[,] w = { { 3, 1 }, { 0, 2 } };
        double[] u = [12.0 / 13, 5.0 / 13], v = [0.8, 0.6], x = [2, -1], d = [0.5, 4];
        using var layer = Layer(w, u, v);
        layer.eval();
        layer.call(tensor(x).unsqueeze(0)).mul(tensor(d)).sum().backward();

        var sigma = u[0] * (3 * v[0] + v[1]) + u[1] * 2 * v[1];
        var product = (d[0] * (3 * x[0] + x[1]) + d[1] * 2 * x[1]) / sigma;
        double[] expected = [.. from i in new[] { 0, 1 } from j in new[] { 0, 1 } select (d[i] * x[j] - product * u[i] * v[j]) / sigma];
        Assert.Equal(42.0 / 13, sigma, 1e-12);
        Numbers.AssertEqual(expected, SampleLayer.Parameter(layer, "layer.weight").grad!, 1e-12);
        Numbers.AssertEqual(d, SampleLayer.Parameter(layer, "layer.bias").grad!, 1e-12);
    }

    [Fact]
    public void A_linear_layer_has_the_Lipschitz_constant_1()
    {
        using var scope = NewDisposeScope();
        manual_seed(2);
        using var layer = SpectralNorm.Of(nn.Linear(6, 5, dtype: ScalarType.Float64), iterations: 300);
        layer.call(zeros(1, 6, dtype: ScalarType.Float64));
        layer.eval();
        var x = randn(1000, 6, dtype: ScalarType.Float64);
        var y = randn(1000, 6, dtype: ScalarType.Float64);
        var ratios = layer.call(x).sub(layer.call(y)).norm(1).div(x.sub(y).norm(1));
        Assert.InRange(ratios.max().ToDouble(), 0.5, 1 + 1e-9);
        var steepest = layer.state_dict()["v"].unsqueeze(0);
        Assert.Equal(1, layer.call(steepest).sub(layer.call(zeros_like(steepest))).norm().ToDouble(), 1e-9);
    }

    [Fact]
    public void An_embedding_is_divided_and_differentiated_like_the_matrix_it_is()
    {
        // W = diag(3, 4) has sigma 4, u = v = e_2. Row 0 is (3/4, 0), and of its first element the derivative in W_00 is 1/4, in W_11 -3/16.
        using var scope = NewDisposeScope();
        using var layer = SpectralNorm.Of(nn.Embedding(2, 2));
        layer.to(ScalarType.Float64);
        layer.load_state_dict(new() { ["layer.weight"] = tensor(new double[,] { { 3, 0 }, { 0, 4 } }), ["u"] = tensor(new[] { 0.0, 1 }), ["v"] = tensor(new[] { 0.0, 1 }) });
        var y = layer.call(tensor(new long[] { 0, 1 }));
        Numbers.AssertEqual([0.75, 0, 0, 1], y, 1e-12);
        y[0, 0].backward();
        Numbers.AssertEqual([0.25, 0, 0, -3.0 / 16], SampleLayer.Parameter(layer, "layer.weight").grad!, 1e-12);
    }

    private static SpectralNorm Layer(double[,] w, double[] u, double[] v)
    {
        var layer = SpectralNorm.Of(nn.Linear(w.GetLength(1), w.GetLength(0), dtype: ScalarType.Float64));
        var state = new Dictionary<string, Tensor> { ["layer.weight"] = tensor(w), ["layer.bias"] = zeros(w.GetLength(0)), ["u"] = tensor(u), ["v"] = tensor(v) };
        layer.load_state_dict(state);
        return layer;
    }

    /// <summary>A row for each output channel, by its definition, element by element.</summary>
    private static Tensor MatrixOf(Tensor weight, bool transposed)
    {
        var (numbers, shape) = (Numbers.Of(weight), weight.shape);
        var (outputs, inputs) = transposed ? (shape[1], shape[0]) : (shape[0], shape[1]);
        var kernel = numbers.Length / (outputs * inputs);
        var matrix = new double[outputs, inputs * kernel];
        for (var o = 0; o < outputs; o++)
        {
            for (var i = 0; i < inputs; i++)
            {
                for (var k = 0; k < kernel; k++)
                    matrix[o, i * kernel + k] = numbers[(transposed ? i * outputs + o : o * inputs + i) * kernel + k];
            }
        }

        return tensor(matrix);
    }
}
