namespace Gan.Runtime;

/// <summary>How a loss and its gradient are computed. The numbers are the same to rounding, and so are derivatives of every order.</summary>
public enum LossPath
{
    /// <summary><see cref="Kernel"/> where it can be taken, else <see cref="Composed"/>.</summary>
    Automatic,

    /// <summary>One pass over the logits that computes loss and gradient together: for contiguous logits, float32 or float64 on the CPU, of every type on a GPU with CUDA where the kernels have been asked for (<c>GANDSL_CUDA_KERNELS=on</c>).</summary>
    Kernel,

    /// <summary>A composition of tensor operations, with the gradient in closed form: for every device, dtype and layout.</summary>
    Composed,
}
