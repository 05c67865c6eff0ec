using Gan.Runtime.Testing;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Support;

/// <summary>A right loss, written by hand: the tensor form, and value and slope of one logit in double precision.</summary>
public sealed record SampleLoss(string Name, Func<Tensor, Tensor> Elementwise, Func<double, double> Value, Func<double, double> Slope)
{
    private static readonly double[] Grid = [0, 1e-6, -1e-6, 0.5, -0.5, 3, -3, 40, -40, 1e4, -1e4];

    public static readonly SampleLoss Softplus = new(
        "softplus", t => nn.functional.softplus(t, 1, 40), t => Math.Max(t, 0) + double.LogP1(Math.Exp(-Math.Abs(t))), Sigmoid);

    public static readonly SampleLoss[] All =
    [
        Softplus,
        new("softplus(-t)", t => nn.functional.softplus(t.neg(), 1, 40), t => Softplus.Value(-t), t => -Sigmoid(-t)),
        new("hinge", t => t.add(1).relu(), t => Math.Max(0, 1 + t), t => t > -1 ? 1 : 0),
        new("(1+t)^2", t => t.add(1).square(), t => (1 + t) * (1 + t), t => 2 * (1 + t)),
        new("s(t-b)^2", t => t.sub(0.9).square().mul(0.3), t => 0.3 * (t - 0.9) * (t - 0.9), t => 0.6 * (t - 0.9)),
        new("t", t => t.mul(1), t => t, _ => 1),
        new("exp", t => t.exp(), Math.Exp, Math.Exp),
        new("tanh", t => t.tanh(), Math.Tanh, t => 1 / (Math.Cosh(t) * Math.Cosh(t))),
        new("sigmoid", t => t.sigmoid(), Sigmoid, t => Sigmoid(t) * Sigmoid(-t)),
        new("smoothed", t => nn.functional.softplus(t, 1, 40).sub(t.mul(0.9)), t => Softplus.Value(t) - 0.9 * t, t => Sigmoid(t) - 0.9),
        new("Jensen-Shannon", t => nn.functional.softplus(t, 1, 40).sub(Math.Log(2)), t => Softplus.Value(t) - Math.Log(2), Sigmoid),
    ];

    public IReadOnlyList<LogitValue> Expected => Array.ConvertAll(Grid, t => new LogitValue(t, Value(t), Slope(t)));

    /// <summary>The loss as an objective offers it: the mean, in float32 at least, one tensor left to the caller.</summary>
    public Tensor Mean(Tensor logits)
    {
        using var scope = NewDisposeScope();
        var t = LogitChecks.Prepare(logits, nameof(logits));
        return Elementwise(t).mean().MoveToOuterDisposeScope();
    }

    public static double Sigmoid(double t) => t >= 0 ? 1 / (1 + Math.Exp(-t)) : Math.Exp(t) / (1 + Math.Exp(t));

    public override string ToString() => Name;
}
