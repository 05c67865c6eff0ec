namespace Gan.Experiments.Pictures;

/// <summary>A line of a plot.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Steps">The steps, rising.</param>
/// <param name="Values">A value a step. What is not finite, or beyond 1e100, is not drawn.</param>
internal sealed record PlotSeries(string Name, IReadOnlyList<long> Steps, IReadOnlyList<double> Values);
