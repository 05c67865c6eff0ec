namespace Gan.Runtime.Kernels;

/// <summary>
/// Sums in double precision, of lanes of any precision: Σ x, and Σ log(1 + u) as the logarithm of a product. The product is kept as Π(1 + u) - 1, so that a sum of 1e-9 is as accurate as one of 1.
/// </summary>
/// <typeparam name="T">The lanes that are added.</typeparam>
internal interface ILaneSum<T>
    where T : struct, ILanes<T>
{
    /// <summary>How many factors up to 2 a lane may be multiplied by between two logarithms: 2^960 is below double's range. A multiple of every unrolling there is.</summary>
    const int MaxFactors = 960;

    /// <summary>Adds each lane.</summary>
    void Add(T value);

    /// <summary>Multiplies by 1 + u, each lane its own product.</summary>
    void Multiply(T unit);

    /// <summary>Σ x over all lanes so far.</summary>
    double Total();

    /// <summary>Σ log(1 + u) over all lanes since the last time; the product begins again at 1.</summary>
    double TakeLogarithms();
}
