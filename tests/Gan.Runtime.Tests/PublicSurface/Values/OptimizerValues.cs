using Gan.Runtime.Tests.Support;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.PublicSurface.Values;

/// <summary>Optimisers, their parameters and their groups.</summary>
internal static class OptimizerValues
{
    public static ValueSet Optimizers() => new([Of("SGD", scene => optim.SGD(WithGradient(scene, ones(2)).parameters(), 0.1))],
    [
        ValueSet.Null,
        Of("with a gradient that is NaN", scene => optim.SGD(WithGradient(scene, full([2], float.NaN)).parameters(), 0.1), isSane: false),
        Of("with a sparse gradient", scene => optim.SGD(WithGradient(scene, ones(2).to_sparse()).parameters(), 0.1)),
        Of("disposed", scene => Disposed(optim.SGD(WithGradient(scene, ones(2)).parameters(), 0.1))),
        Of("of disposed parameters", OfDisposed),
    ]);

    public static ValueSet Fused<T>(Func<IEnumerable<Parameter>, T> make)
        where T : optim.Optimizer => new(
        [Of("with a gradient", scene => make(WithGradient(scene, ones(2)).parameters()))],
        [
            Of("disposed", scene => Disposed(make(WithGradient(scene, ones(2)).parameters()))),
            Of("with a sparse gradient", scene => make(WithGradient(scene, ones(2).to_sparse()).parameters())),
            Of("with a gradient that is NaN", scene => make(WithGradient(scene, full([2], float.NaN)).parameters()), isSane: false),
            Of("of half parameters", scene => make(scene.Own(nn.Linear(2, 1, dtype: ScalarType.Float16)).parameters())),
        ]);

    public static ValueSet Parameters() => new(
        [new("a parameter", scene => scene.Own(new Parameter(randn(3, 2))))],
        [
            ValueSet.Null,
            new("disposed", scene => Disposed(scene.Own(new Parameter(randn(3, 2))))),
            // Libtorch makes no parameter of the others.
            .. TensorValues.Hostile.Where(tensor => tensor.Name is not ("integers" or "booleans" or "of an inference" or "disposed"))
                .Select(tensor => new Value(tensor.Name, scene => scene.Own(new Parameter((Tensor)tensor.Make(scene)!)), tensor.IsSane)),
        ]);

    public static ValueSet Groups() => new(
        [new("a group", scene => Group(scene.Own(new Parameter(randn(3, 2)))))],
        [
            ValueSet.Null,
            new("without parameters", _ => Group()),
            new("of null", _ => new Adam.ParamGroup()),
            new("of a null parameter", _ => Group([null!])),
            new("of one parameter twice", Twice),
            new("of a meta parameter", scene => Group(scene.Own(new Parameter(ones(2, device: META))))),
            new("of a complex parameter", scene => Group(scene.Own(new Parameter(ones(2, dtype: ScalarType.ComplexFloat32))))),
            new("of NaN options", scene => WithOptions(scene, new() { LearningRate = double.NaN })),
            new("of 1e308", scene => WithOptions(scene, new() { LearningRate = 1e308 }), IsSane: false),
            new("of AMSGrad", scene => WithOptions(scene, new() { amsgrad = true })),
        ]);

    private static Value Of(string name, Func<Scene, optim.Optimizer> make, bool isSane = true) => new(name, scene => scene.Own(make(scene)), isSane);

    private static FunctionNet WithGradient(Scene scene, Tensor gradient)
    {
        var net = scene.Own(new FunctionNet(ones(2), (x, w) => x.mul(w)));
        net.Weight.grad = gradient;
        return net;
    }

    private static optim.Optimizer OfDisposed(Scene scene)
    {
        var net = WithGradient(scene, ones(2));
        var optimizer = optim.SGD(net.parameters(), 0.1);
        net.Dispose();
        return optimizer;
    }

    private static T Disposed<T>(T value)
        where T : IDisposable
    {
        value.Dispose();
        return value;
    }

    private static Adam.ParamGroup Group(params Parameter[] parameters) => new() { Parameters = parameters };

    private static Adam.ParamGroup Twice(Scene scene)
    {
        var parameter = scene.Own(new Parameter(ones(2)));
        return Group(parameter, parameter);
    }

    private static Adam.ParamGroup WithOptions(Scene scene, Adam.Options options) => new() { Parameters = [scene.Own(new Parameter(ones(2)))], Options = options };
}
