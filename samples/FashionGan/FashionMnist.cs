using Gan.Dsl;
using Gan.Experiments;

namespace FashionGan;

/// <summary>Fashion-MNIST's test set: 10,000 pictures of clothes.</summary>
[SampleShape(1, 28, 28)]
public sealed class FashionMnist() : IdxImages(
    "data/t10k-images-idx3-ubyte.gz",
    "data/t10k-labels-idx1-ubyte.gz",
    ["T-shirt", "Trousers", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"]);
