using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Support;

/// <summary>A conditional discriminator with one parameter tensor and a formula of the samples, the condition and it.</summary>
public sealed class ConditionalNet : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly Func<Tensor, Tensor, Tensor, Tensor> formula;
    private readonly Parameter weight;

    public ConditionalNet(Tensor weight, Func<Tensor, Tensor, Tensor, Tensor> formula)
        : base(nameof(ConditionalNet))
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
            return gradient is null ? [] : Numbers.Of(gradient);
        }
    }

    public override Tensor forward(Tensor input, Tensor condition)
    {
        Calls++;
        return formula(input, condition, weight);
    }

    /// <summary>D(x, c) = w_c · x for class labels c: its gradient is the row of the label.</summary>
    public static ConditionalNet Classes(double[,] weight) => new(tensor(weight), (x, c, w) => x.mul(w.index_select(0, c)).sum(1));
}
