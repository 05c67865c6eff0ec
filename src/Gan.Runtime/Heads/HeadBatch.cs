using System.Runtime.CompilerServices;
using Gan.Runtime.Checks;
using Gan.Runtime.Devices;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Heads;

/// <summary>A batch's heads and labels, each checked when a loss asks for it.</summary>
/// <param name="loss">Who asks, for messages.</param>
/// <param name="output">The heads.</param>
/// <param name="outputName">The caller's argument.</param>
/// <param name="labels">The labels, or the codes.</param>
/// <param name="labelsName">The caller's argument.</param>
internal sealed class HeadBatch(ConditionalLoss loss, DiscriminatorOutput? output, string outputName, Tensor? labels, string labelsName)
{
    /// <summary>[N, K].</summary>
    public Tensor Classes => Head(static output => output.Classes);

    /// <summary>[N, 2K].</summary>
    public Tensor EvenClasses => Counted(Classes, static count => count % 2 == 0, "an even number of");

    /// <summary>[N, K], K at least 2.</summary>
    public Tensor SeveralClasses => Counted(Classes, static count => count >= 2, "at least 2");

    /// <summary>[N, K].</summary>
    public Tensor TwinClasses => Head(static output => output.TwinClasses);

    /// <summary>[N, E].</summary>
    public Tensor Embeddings => Head(static output => output.Embeddings);

    /// <summary>[N, E], of the embeddings' size.</summary>
    public Tensor Proxies => Like(Embeddings, Head(static output => output.Proxies), nameof(Proxies));

    /// <summary>[N, M].</summary>
    public Tensor CodeMeans => Head(static output => output.CodeMeans);

    /// <summary>[N, M]; null where the variances are 1.</summary>
    public Tensor? CodeLogVariances => output?.CodeLogVariances is null ? null : Like(CodeMeans, Head(static output => output.CodeLogVariances), nameof(CodeLogVariances));

    /// <summary>Whether the codes are numbers, not labels.</summary>
    public bool IsContinuous
    {
        get
        {
            TensorChecks.NotEmpty(labels, labelsName);
            return TensorChecks.IsFloatingPoint(labels);
        }
    }

    /// <summary>The codes [N, M], of the means' size.</summary>
    public Tensor Codes
    {
        get
        {
            var means = CodeMeans;
            TensorChecks.NotEmpty(labels, labelsName);
            TensorChecks.FloatingPoint(labels, labelsName);
            if (!labels.shape.AsSpan().SequenceEqual(means.shape))
                throw new ArgumentException($"{loss.GetType().Name} needs the codes in the shape of {outputName}.CodeMeans, {TensorChecks.Shape(means)}: the shape is {TensorChecks.Shape(labels)}.", labelsName);
            return OnDeviceOf(means, Precision.AtLeastFloat32(labels));
        }
    }

    /// <summary>The labels [N] of samples that have a head.</summary>
    /// <param name="head">The head.</param>
    /// <param name="classes">The number of classes; null where any label is one.</param>
    public Tensor LabelsOf(Tensor head, long? classes)
    {
        TensorChecks.NotEmpty(labels, labelsName);
        if (labels.dtype != ScalarType.Int64 || labels.dim() != 1 || labels.shape[0] != head.shape[0] || labels.is_sparse)
            throw new ArgumentException($"{loss.GetType().Name} needs labels of int64 and of the shape [{head.shape[0]}]: they are {TensorChecks.Describe(labels)}.", labelsName);
        OnDeviceOf(head, labels);
        if (classes is { } count && labels.device_type == DeviceType.CPU)
        {
            using var scope = NewDisposeScope();
            if (HostRead.IsTrue(labels.lt(0).logical_or(labels.ge(count)).any()))
                throw new ArgumentException($"{loss.GetType().Name} needs labels from 0 to {count - 1}, one less than the number of its classes.", labelsName);
        }

        return labels;
    }

    private Tensor Counted(Tensor classes, Func<long, bool> isGood, string number) => isGood(classes.shape[1])
        ? classes
        : throw new ArgumentException($"{loss.GetType().Name} needs Classes with {number} logits per sample: the shape is {TensorChecks.Shape(classes)}.", outputName);

    private Tensor OnDeviceOf(Tensor head, Tensor tensor) => tensor.device_type == head.device_type && tensor.device_index == head.device_index
        ? tensor
        : throw new ArgumentException($"{outputName} is on {head.device} but {labelsName} is on {tensor.device}: they need the same device.", labelsName);

    private Tensor Head(Func<DiscriminatorOutput, Tensor?> of, [CallerMemberName] string name = "")
    {
        ArgumentNullException.ThrowIfNull(output, outputName);
        if (of(output) is not { } head)
            throw new ArgumentException($"{loss.GetType().Name} needs {name}: set it in the output of the discriminator.", outputName);
        TensorChecks.NotEmpty(head, outputName);
        TensorChecks.FloatingPoint(head, outputName);
        return head.dim() == 2 ? Precision.AtLeastFloat32(head) : throw new ArgumentException($"{loss.GetType().Name} needs {name} with two dimensions, one row per sample: the shape is {TensorChecks.Shape(head)}.", outputName);
    }

    private Tensor Like(Tensor first, Tensor second, string name)
    {
        TensorChecks.SamePlace(first, outputName, second, outputName);
        return second.shape.AsSpan().SequenceEqual(first.shape) ? second : throw new ArgumentException($"{loss.GetType().Name} needs {name} of the shape {TensorChecks.Shape(first)}: the shape is {TensorChecks.Shape(second)}.", outputName);
    }
}
