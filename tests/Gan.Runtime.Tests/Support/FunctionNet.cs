using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Support;

/// <summary>A discriminator with one parameter tensor and a formula. It counts its calls and remembers what it saw.</summary>
public sealed class FunctionNet : nn.Module<Tensor, Tensor>
{
    private readonly Func<Tensor, Tensor, Tensor> formula;
    private readonly Parameter weight;

    public FunctionNet(Tensor weight, Func<Tensor, Tensor, Tensor> formula)
        : base(nameof(FunctionNet))
    {
        this.weight = new Parameter(weight);
        this.formula = formula;
        RegisterComponents();
    }

    public int Calls { get; private set; }

    public Parameter Weight => weight;

    public double[] Gradient
    {
        get
        {
            using var gradient = weight.grad;
            return gradient is null ? [] : gradient.to(ScalarType.Float64).flatten().data<double>().ToArray();
        }
    }

    public override Tensor forward(Tensor input)
    {
        Calls++;
        return formula(input, weight);
    }

    /// <summary>D(x) = w·x over all of a sample: the gradient is w.</summary>
    public static FunctionNet Linear(params double[] weight) =>
        new(tensor(weight), (x, w) => x.reshape(x.shape[0], -1).mul(w).sum(1));

    /// <summary>D(x) = a/2 ||x||^2: the gradient is a x.</summary>
    public static FunctionNet Quadratic(double a) =>
        new(tensor([a]), (x, w) => x.reshape(x.shape[0], -1).square().sum(1).mul(w).mul(0.5));
}
