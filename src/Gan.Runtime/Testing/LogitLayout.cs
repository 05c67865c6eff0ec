using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

/// <summary>One way logits lie in memory.</summary>
/// <param name="Name">What it is called in a message.</param>
/// <param name="Stored">How many numbers the underlying tensor holds.</param>
/// <param name="Uses">Whether the stored number with this index is a logit. Each that is occurs equally often.</param>
/// <param name="View">From the stored numbers to the logits.</param>
internal sealed record LogitLayout(string Name, int Stored, Func<int, bool> Uses, Func<Tensor, Tensor> View)
{
    public static readonly LogitLayout[] All =
    [
        new("[N]", 24, Everything, stored => stored.view(24)),
        new("[N, 1]", 24, Everything, stored => stored.view(24, 1)),
        new("[N, 1, h, w]", 24, Everything, stored => stored.view(2, 1, 3, 4)),
        new("[]", 1, Everything, stored => stored.view([])),
        new("[N, 1, w, h] transposed", 24, Everything, stored => stored.view(2, 1, 3, 4).transpose(2, 3)),
        new("[N, 1] expanded to [N, 3]", 24, Everything, stored => stored.view(24, 1).expand(24, 3)),
        new("[N] at every second place", 48, i => i % 2 == 0, stored => stored.view(24, 2).select(1, 0)),
        new("[N] from the second place on", 25, i => i > 0, stored => stored.narrow(0, 1, 24)),
    ];

    private static bool Everything(int index) => true;
}
