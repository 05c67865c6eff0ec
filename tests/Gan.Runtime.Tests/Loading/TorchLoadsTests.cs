using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Loading;

public class TorchLoadsTests
{
    [Fact]
    public void TorchComputesHere()
    {
        using var scope = NewDisposeScope();

        Assert.Equal(2f, ones(2).sum().ToSingle());
    }
}
