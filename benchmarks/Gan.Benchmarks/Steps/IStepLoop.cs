namespace Gan.Benchmarks;

/// <summary>A training loop to be measured, with its own networks.</summary>
internal interface IStepLoop : IDisposable
{
    /// <summary>One step of D, then one of G.</summary>
    /// <param name="step">Its number, from 0.</param>
    /// <returns>What a log would show, so that reading it is part of the step.</returns>
    double Step(int step);
}
