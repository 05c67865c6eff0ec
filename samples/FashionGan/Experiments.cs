using Gan.Dsl;
using Gan.Experiments;
using Gan.Runtime;

namespace FashionGan;

// A slow discriminator lets objectives without any penalty, as hinge, learn as well as those with one; the average of G's weights draws better than the last of them.
[GanExperiment(Steps = 3000, BatchSize = 32, GeneratorRate = 4e-3, DiscriminatorRate = 5e-4, Average = 0.99, CheckpointEvery = 1000, Default = true)]
public sealed partial class Clothes : Experiment<FashionObjective, ConvGenerator, ConvDiscriminator, FashionMnist>;

[GanExperiment(Steps = 3000, BatchSize = 32, GeneratorRate = 4e-3, DiscriminatorRate = 5e-4, Average = 0.99, CheckpointEvery = 1000)]
public sealed partial class ClothesByHinge : Experiment<Hinge, ConvGenerator, ConvDiscriminator, FashionMnist>;

[GanExperiment(Steps = 3000, BatchSize = 32, GeneratorRate = 4e-3, DiscriminatorRate = 5e-4, Average = 0.99, CheckpointEvery = 1000)]
[Sweep(nameof(LeastSquares.S), 0.25, 1, 4)]
public sealed partial class ClothesByLeastSquares : Experiment<LeastSquares, ConvGenerator, ConvDiscriminator, FashionMnist>;

[GanExperiment(Steps = 3000, BatchSize = 32, GeneratorRate = 4e-3, DiscriminatorRate = 5e-4, Average = 0.99, CheckpointEvery = 1000)]
public sealed partial class ClothesByR3Gan : Experiment<R3Gan, ConvGenerator, ConvDiscriminator, FashionMnist>;
