using Gan.Dsl;
using Gan.Experiments;

namespace MyNamespace;

/// <summary>The experiment: an objective, two networks, data, and the settings of the training.</summary>
#if (Images)
[GanExperiment(Steps = 500, BatchSize = 32, GeneratorRate = 1e-3, DiscriminatorRate = 5e-4)]
#else
[GanExperiment(Steps = 1000, BatchSize = 128, GeneratorRate = 1e-3, DiscriminatorRate = 1e-3)]
#endif
public sealed partial class MyExperiment : Experiment<MyObjective, MyGenerator, MyDiscriminator, MyData>;
