using static TorchSharp.torch;

namespace Gan.Runtime.Tests.PublicSurface.Values;

/// <summary>What discriminators with heads return.</summary>
internal static class HeadValues
{
    public static ValueSet Outputs() => new(
        [Of("all heads", () => randn(3, 4))],
        [
            ValueSet.Null,
            new("no heads", _ => new DiscriminatorOutput()),
            .. TensorValues.Hostile.Select(head => new Value($"of {head.Name}", scene => With((Tensor?)head.Make(scene)), head.IsSane)),
        ]);

    private static Value Of(string name, Func<Tensor> head) => new(name, _ => With(head()));

    private static DiscriminatorOutput With(Tensor? head) => new() { Logits = head, Classes = head, TwinClasses = head, Embeddings = head, Proxies = head, CodeMeans = head, CodeLogVariances = head };
}
