using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Holds what a discriminator with several heads returns for a batch of N samples. Each <see cref="ConditionalLoss"/> uses some of its tensors, and the others can be <see langword="null"/>.</summary>
/// <remarks>Return it from an <c>nn.Module&lt;Tensor, DiscriminatorOutput&gt;</c>, or from an <c>nn.Module&lt;Tensor, Tensor, DiscriminatorOutput&gt;</c> that also takes labels.</remarks>
public sealed record DiscriminatorOutput
{
    /// <summary>Gets or sets the logits D(x) for the losses of an objective.</summary>
    public Tensor? Logits { get; init; }

    /// <summary>Gets or sets the logits of a classifier, [N, K]. Their softmax is the distribution over K classes.</summary>
    public Tensor? Classes { get; init; }

    /// <summary>Gets or sets the logits of a second classifier, [N, K], which <see cref="TacLoss"/> trains on generated samples alone.</summary>
    public Tensor? TwinClasses { get; init; }

    /// <summary>Gets or sets an embedding of each sample, [N, E].</summary>
    public Tensor? Embeddings { get; init; }

    /// <summary>Gets or sets the proxy of each sample's class, [N, E]: the row of an <c>nn.Embedding</c> that belongs to its label.</summary>
    public Tensor? Proxies { get; init; }

    /// <summary>Gets or sets the means of the distribution of continuous codes, [N, M].</summary>
    public Tensor? CodeMeans { get; init; }

    /// <summary>Gets or sets the logarithms of the variances of this distribution, [N, M], or <see langword="null"/> for variances of 1.</summary>
    public Tensor? CodeLogVariances { get; init; }
}
