using Gan.Experiments;

namespace TrainClassifier;

/// <summary>What the shipped classifier was trained on: the pictures in the repository, that of an index the same whoever reads them.</summary>
internal sealed class FashionMnist() : IdxImages(
    "data/t10k-images-idx3-ubyte.gz",
    "data/t10k-labels-idx1-ubyte.gz",
    ["T-shirt/top", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot"]);
