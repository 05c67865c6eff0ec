namespace Gan.Experiments.Tests.Metrics;

/// <summary>The shipped pictures of clothes.</summary>
internal sealed class FashionMnist() : IdxImages("data/t10k-images-idx3-ubyte.gz", "data/t10k-labels-idx1-ubyte.gz");
