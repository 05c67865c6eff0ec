namespace Gan.Runtime;

/// <summary>Specifies how a loss and its gradient are computed. The results of the paths, and derivatives of every order, agree up to rounding.</summary>
public enum LossPath
{
    /// <summary>The loss is computed by <see cref="Kernel"/> if the logits allow it; otherwise, by <see cref="Composed"/>.</summary>
    Automatic,

    /// <summary>The loss and its gradient are computed together, in one pass over the logits.</summary>
    /// <remarks>The logits must be contiguous. On the CPU, they must be float32 or float64. On a GPU with CUDA, they can have any floating-point dtype, and the kernels must be enabled by <c>GANDSL_CUDA_KERNELS=on</c>.</remarks>
    Kernel,

    /// <summary>The loss is computed with tensor operations, and its gradient in closed form, on every device and for every dtype and layout.</summary>
    Composed,
}
