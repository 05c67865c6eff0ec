using Gan.Dsl;
using Gan.Experiments;
using Gan.Runtime;

namespace FashionGan;

// With a slow discriminator, objectives without a penalty, such as the hinge loss, learn as well as those with one. The average of G's weights draws better pictures than the last weights.
[GanExperiment(Steps = 3000, BatchSize = 32, GeneratorRate = 4e-3, DiscriminatorRate = 5e-4, Average = 0.99, CheckpointEvery = 1000, Default = true)]
public sealed partial class Clothes : Experiment<FashionObjective, ConvGenerator, ConvDiscriminator, FashionMnist>;

[GanExperiment(Steps = 3000, BatchSize = 32, GeneratorRate = 4e-3, DiscriminatorRate = 5e-4, Average = 0.99, CheckpointEvery = 1000)]
public sealed partial class ClothesByHinge : Experiment<Hinge, ConvGenerator, ConvDiscriminator, FashionMnist>;

[GanExperiment(Steps = 3000, BatchSize = 32, GeneratorRate = 4e-3, DiscriminatorRate = 5e-4, Average = 0.99, CheckpointEvery = 1000)]
[Sweep(nameof(LeastSquares.S), 0.25, 1, 4)]
public sealed partial class ClothesByLeastSquares : Experiment<LeastSquares, ConvGenerator, ConvDiscriminator, FashionMnist>;

[GanExperiment(Steps = 3000, BatchSize = 32, GeneratorRate = 4e-3, DiscriminatorRate = 5e-4, Average = 0.99, CheckpointEvery = 1000)]
public sealed partial class ClothesByR3Gan : Experiment<R3Gan, ConvGenerator, ConvDiscriminator, FashionMnist>;
