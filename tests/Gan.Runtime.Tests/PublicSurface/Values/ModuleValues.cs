using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.PublicSurface.Values;

/// <summary>Networks and layers: of other types and places, disposed, and such that return what no discriminator should.</summary>
internal static class ModuleValues
{
    /// <summary>Modules from a tensor to a tensor, which serve where any module does.</summary>
    public static ValueSet Plain(string parameterName) => new(
        parameterName == "layer" ? [Layer("linear", () => nn.Linear(2, 3))] : [Layer("linear", () => nn.Linear(2, 1)), Of("function", () => FunctionNet.Linear(1))],
        [ValueSet.Null, .. Layers, .. NetworkBodies.Hostile.Select(body => new Value(body.Name, scene => scene.Own(new FunctionNet(ones(2), (x, w) => body.Of(x, w)!)), body.IsSane))]);

    /// <summary>The same, and the network that a player's loss comes from.</summary>
    public static ValueSet Players(string parameterName) => parameterName is "discriminator" or "generator"
        ? Plain(parameterName) with { Good = [new("of its loss", scene => scene.Player(parameterName)), .. Plain(parameterName).Good] }
        : Plain(parameterName);

    /// <summary>Modules from two tensors to one.</summary>
    public static ValueSet Conditional() => new(
        [Of("shifted", () => new ConditionalNet(ones(2), (x, c, w) => x.add(c).mul(w)))],
        [
            ValueSet.Null,
            Of("of labels", () => new ConditionalNet(ones(2), (x, c, w) => x.mul(w.index_select(0, c).unsqueeze(-1)))),
            Of("of the condition alone", () => new ConditionalNet(ones(2), (_, c, w) => c.mul(w))),
            Of("half", () => new ConditionalNet(ones(2).to(ScalarType.Float16), (x, c, w) => x.mm(w.unsqueeze(-1)).add(c))),
            Of("disposed", () => Disposed(new ConditionalNet(ones(2), (x, c, w) => x.add(c).mul(w)))),
            .. NetworkBodies.Hostile.Select(body => new Value(body.Name, scene => scene.Own(new ConditionalNet(ones(2), (x, c, w) => body.Of(x.add(c), w)!)), body.IsSane)),
        ]);

    private static readonly Value[] Layers =
    [
        Layer("double", () => nn.Linear(2, 3, dtype: ScalarType.Float64)),
        Layer("half", () => nn.Linear(2, 3, dtype: ScalarType.Float16)),
        Layer("bfloat16", () => nn.Linear(2, 3, dtype: ScalarType.BFloat16)),
        Layer("meta", () => nn.Linear(2, 3, device: META)),
        Layer("without outputs", () => nn.Linear(2, 0)),
        Layer("disposed", () => Disposed(nn.Linear(2, 3))),
        Layer("convolution", () => nn.Conv2d(2, 3, 1)),
        Layer("transposed convolution", () => nn.ConvTranspose2d(2, 4, 2, stride: 2, groups: 2)),
        Layer("embedding", () => nn.Embedding(2, 3)),
        Layer("without parameters", () => nn.ReLU()),
        Layer("empty", () => nn.Sequential()),
        Of("weight NaN", () => new FunctionNet(full([2], float.NaN), (x, w) => x.mul(w)), isSane: false),
        Of("weight infinite", () => new FunctionNet(full([2], float.PositiveInfinity), (x, w) => x.mul(w)), isSane: false),
        Of("weight of integers", () => new FunctionNet(ones(2), (x, w) => x.mul(w.to(ScalarType.Int64)))),
        Of("with a gradient", () => WithGradient(new FunctionNet(ones(2), (x, w) => x.mul(w)), ones(2))),
        Of("with a sparse gradient", () => WithGradient(new FunctionNet(ones(2), (x, w) => x.mul(w)), ones(2).to_sparse())),
        Of("with a gradient that is NaN", () => WithGradient(new FunctionNet(ones(2), (x, w) => x.mul(w)), full([2], float.NaN)), isSane: false),
    ];

    private static Value Layer(string name, Func<nn.Module<Tensor, Tensor>> make) => Of(name, make);

    private static Value Of(string name, Func<nn.Module> make, bool isSane = true) => new(name, scene => scene.Own(make()), isSane);

    private static T Disposed<T>(T module)
        where T : nn.Module
    {
        module.Dispose();
        return module;
    }

    private static FunctionNet WithGradient(FunctionNet net, Tensor gradient)
    {
        net.Weight.grad = gradient;
        return net;
    }
}
