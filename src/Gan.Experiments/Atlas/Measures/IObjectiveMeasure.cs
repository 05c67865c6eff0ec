using Gan.Experiments.Atlas.Losses;
using Gan.Runtime;

namespace Gan.Experiments.Atlas.Measures;

/// <summary>One objective: what draws no random number is measured when it is made, then the Dirac-GAN and what follows from it.</summary>
internal interface IObjectiveMeasure
{
    static IObjectiveMeasure Of(IGanObjective objective) => EmittedLosses.AreOfBatches(objective) ? new BatchMeasure(objective) : new LogitMeasure(objective);

    /// <summary>All of it.</summary>
    ObjectiveResult Result();
}
