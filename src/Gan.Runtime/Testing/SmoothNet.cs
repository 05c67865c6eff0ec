using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

/// <summary>D(x) = v·tanh(W x + b) over all of a sample: small, and smooth enough for central differences.</summary>
internal sealed class SmoothNet : nn.Module<Tensor, Tensor>
{
    private const int Hidden = 4;

    private readonly Parameter first;
    private readonly Parameter bias;
    private readonly Parameter second;

    /// <param name="inputs">The numbers in a sample.</param>
    /// <param name="scale">The size of v, and with it of the gradient; 0 makes the gradient zero.</param>
    /// <param name="type">The dtype.</param>
    public SmoothNet(int inputs, double scale, ScalarType type)
        : base(nameof(SmoothNet))
    {
        first = Wave(inputs, Hidden, 0.6, 0.4, type);
        bias = Wave(1, Hidden, 0.3, 1.1, type);
        second = Wave(Hidden, 1, scale, 2.2, type);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) =>
        input.reshape(input.shape[0], -1).mm(first).add(bias).tanh().mm(second);

    private static Parameter Wave(int rows, int columns, double amplitude, double phase, ScalarType type)
    {
        using var scope = NewDisposeScope();
        var numbers = arange(rows * columns, dtype: ScalarType.Float64).mul(1.3).add(phase).sin().mul(amplitude);
        var parameter = new Parameter(numbers.reshape(rows, columns).to(type));
        parameter.DetachFromDisposeScope();
        return parameter;
    }
}
