namespace Gan.Runtime.Tests.Optimizers;

/// <summary>Algorithm 1 of Kingma and Ba 2014 line by line, in double precision; with decoupled decay, algorithm 2 of Loshchilov and Hutter 2017.</summary>
internal sealed class AdamReference(double[] start, double lr, double beta1, double beta2, double eps, double weightDecay, bool isDecoupled)
{
    private readonly double[] m = new double[start.Length];
    private readonly double[] v = new double[start.Length];
    private int n;

    public double[] Parameters { get; } = [.. start];

    public void Step(double[] gradient)
    {
        n++;
        for (var i = 0; i < gradient.Length; i++)
        {
            var p = Parameters[i];
            var g = gradient[i] + (isDecoupled ? 0 : weightDecay * p);
            m[i] = beta1 * m[i] + (1 - beta1) * g;
            v[i] = beta2 * v[i] + (1 - beta2) * g * g;
            var corrected = m[i] / (1 - Math.Pow(beta1, n));
            var correctedSquare = v[i] / (1 - Math.Pow(beta2, n));
            Parameters[i] = p - lr * corrected / (Math.Sqrt(correctedSquare) + eps) - (isDecoupled ? lr * weightDecay * p : 0);
        }
    }
}
