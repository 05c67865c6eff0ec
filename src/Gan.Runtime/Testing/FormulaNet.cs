using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

/// <summary>A network that is a formula of its input and of one parameter, its scale.</summary>
internal sealed class FormulaNet : nn.Module<Tensor, Tensor>
{
    private readonly Func<Tensor, Tensor, Tensor> formula;

    public FormulaNet(Func<Tensor, Tensor, Tensor> formula, double scale = 1, ScalarType type = ScalarType.Float64)
        : base(nameof(FormulaNet))
    {
        this.formula = formula;
        Scale = new Parameter(tensor(scale, type));
        register_parameter("scale", Scale);
    }

    public Parameter Scale { get; }

    public override Tensor forward(Tensor input) => formula(input, Scale);
}
