namespace Gan.Runtime;

/// <summary>One number of an objective that each instance may set.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Default">The value it has unless set.</param>
/// <param name="Min">The smallest value allowed; negative infinity when unbounded.</param>
/// <param name="Max">The largest value allowed; positive infinity when unbounded.</param>
/// <param name="Exclusive">Whether <paramref name="Min"/> and <paramref name="Max"/> themselves are excluded.</param>
public sealed record HyperparameterInfo(string Name, double Default, double Min, double Max, bool Exclusive);
