using Gan.Runtime;
using TorchSharp;
using static TorchSharp.torch;

/// <summary>Three discriminators of the same samples, and the features of two of their layers.</summary>
internal static class SeveralDiscriminators
{
    public static readonly LeastSquares objective = new();
    public static readonly nn.Module<Tensor, Tensor> period2 = nn.Linear(4, 2);
    public static readonly nn.Module<Tensor, Tensor> period3 = nn.Linear(4, 3);
    public static readonly nn.Module<Tensor, Tensor> scale1 = nn.Linear(4, 1);
    public static readonly Tensor real = randn(8, 4);
    public static readonly Tensor fake = randn(8, 4).requires_grad_();
    public static readonly Tensor[][] realFeatures = [[randn(8, 5), randn(8, 6)], [randn(8, 7)]];
    public static readonly Tensor[][] fakeFeatures = [[randn(8, 5).requires_grad_(), randn(8, 6)], [randn(8, 7)]];
    public static readonly long step = 0;
}
