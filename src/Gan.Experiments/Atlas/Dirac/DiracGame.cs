using Gan.Experiments.Atlas.Losses;
using Gan.Experiments.Training;
using Gan.Runtime;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Experiments.Atlas.Dirac;

/// <summary>
/// The smallest GAN: all real samples are 0, all generated ones θ, and D(x) = ψ·x + t₀. Its gradients and steps are those of the emitted losses, penalties and weight clipping.
/// </summary>
/// <remarks>Mescheder, Geiger and Nowozin 2018 (arXiv 1801.04406), definition 2.1.</remarks>
internal sealed class DiracGame : IDisposable
{
    private readonly DiracRules _rules;
    private readonly IGanObjective _objective;
    private readonly IReadOnlyDictionary<string, double> _state;
    private readonly Line _discriminator = new();
    private readonly LogitGradients _gradients = new();
    private readonly Tensor _theta, _latents, _real, _noise;
    private readonly double[] _nodes, _weights;
    private readonly IReadOnlyList<DiscriminatorPenalty> _penalties;
    private readonly bool _isPlain, _hasGeneratorPenalties;

    public DiracGame(DiracRules rules)
    {
        using var scope = NewDisposeScope();
        (_rules, _objective, _state) = (rules, rules.Objective, rules.Objective.State);
        // Two samples, so that what takes a standard deviation of the batch has one, but one where a loss depends on their number; of one channel and one pixel, for a penalty at each pixel.
        var isOne = EmittedLosses.AreOfBatches(rules.Objective) && !rules.Penalties.Any(static penalty => penalty is DraganPenalty);
        (_nodes, _weights) = rules.Noise > 0 ? InstanceNoise.Of(rules.Noise) : isOne ? ([0], [1]) : ([0, 0], [0.5, 0.5]);
        _noise = tensor(_nodes).reshape(-1, 1, 1, 1).MoveToOuterDisposeScope();
        _real = _noise.clone().MoveToOuterDisposeScope();
        _theta = zeros(1, 1, 1, 1, ScalarType.Float64).requires_grad_().MoveToOuterDisposeScope();
        _latents = zeros(_nodes.Length, 1, ScalarType.Float64).requires_grad_().MoveToOuterDisposeScope();
        _discriminator.Offset = rules.Offset;
        // What the penalties draw here is not missing later.
        using var random = new KeptRandom();
        _penalties = [.. rules.Penalties.Where(penalty => penalty.Weight > 0 && IsOfNumbers(penalty.Name, () => penalty.Evaluate(_discriminator, _real, Fake().detach())))];
        _hasGeneratorPenalties = rules.IsPlain && _objective.GeneratorPenalties.Count > 0
            && IsOfNumbers(string.Join(", ", _objective.GeneratorPenalties.Select(static penalty => penalty.Name)), () => _objective.GeneratorTerms(_discriminator, _real, Fake(), _latents, 0).Total);
        _isPlain = rules.IsPlain && LeftOut.Count == 0;
    }

    /// <summary>The penalties that have no value in this game, such as those that need images or the generator, each with the reason.</summary>
    public List<string> LeftOut { get; } = [];

    public void Dispose()
    {
        _objective.LoadState(_state);
        foreach (var tensor in (Tensor[])[_theta, _latents, _real, _noise])
            tensor.Dispose();
        _gradients.Dispose();
        _discriminator.Dispose();
    }

    /// <summary>Where the players pull: minus the gradient of each one's whole loss in its own parameter, a lazy penalty with its mean strength.</summary>
    public DiracPoint Field(DiracPoint at) => new(-GradientOfTheta(at), -GradientOfPsi(at) - GradientOfPenalties(at));

    /// <summary>Steps of gradient descent from a point.</summary>
    /// <param name="start">The point.</param>
    /// <param name="kind">Whether both step at once, or D first and G against the new D.</param>
    /// <param name="steps">The steps of G.</param>
    /// <param name="rate">The size of a step.</param>
    /// <param name="discriminatorSteps">The steps of D for each of G.</param>
    /// <returns>The start and the point after each step.</returns>
    public DiracPoint[] Steps(DiracPoint start, DiracStepping kind, int steps = 500, double rate = 0.1, int discriminatorSteps = 1)
    {
        _objective.LoadState(_state);
        var path = new DiracPoint[steps + 1];
        path[0] = start;
        for (var step = 0; step < steps; step++)
        {
            var (theta, psi) = path[step];
            for (var k = 0; k < discriminatorSteps; k++)
                psi = Clipped(psi - (rate * DiscriminatorGradient(new(theta, psi), (step * discriminatorSteps) + k)));
            theta -= rate * GeneratorGradient(new(theta, kind == DiracStepping.Simultaneous ? path[step].Psi : psi), step);
            path[step + 1] = new(theta, psi);
        }

        return path;
    }

    private double DiscriminatorGradient(DiracPoint at, long step)
    {
        if (!_isPlain || (_penalties.Count == 0 && _objective.Variables.Count == 0))
            return GradientOfPsi(at) + GradientOfPenalties(at);
        using var scope = NewDisposeScope();
        Set(at);
        using var terms = _objective.DiscriminatorTerms(_discriminator, _real, Fake().detach(), step, _gradients);
        terms.Backward();
        return Taken(_discriminator.Psi);
    }

    private double GeneratorGradient(DiracPoint at, long step)
    {
        if (!_hasGeneratorPenalties)
            return GradientOfTheta(at);
        using var scope = NewDisposeScope();
        Set(at);
        using var terms = _objective.GeneratorTerms(_discriminator, _real, Fake(), _latents, step, _gradients);
        terms.Backward();
        return Taken(_theta);
    }

    // D is a line: the gradients in its logits are all that is needed of the losses.
    private double GradientOfPsi(DiracPoint at)
    {
        using var scope = NewDisposeScope();
        _objective.DiscriminatorGradients(Logits(at.Psi, 0), Logits(at.Psi, at.Theta), _gradients);
        return Sum(_gradients.Real, i => _nodes[i]) + Sum(_gradients.Fake, i => at.Theta + _nodes[i]);
    }

    private double GradientOfTheta(DiracPoint at)
    {
        using var scope = NewDisposeScope();
        _objective.GeneratorGradients(Logits(at.Psi, 0), Logits(at.Psi, at.Theta), _gradients);
        return at.Psi * Sum(_gradients.Fake, static _ => 1);
    }

    private double GradientOfPenalties(DiracPoint at)
    {
        if (_penalties.Count == 0)
            return 0;
        using var scope = NewDisposeScope();
        Set(at);
        using var fake = Fake().detach();
        _penalties.Select(penalty => penalty.Evaluate(_discriminator, _real, fake)).Aggregate(static (sum, term) => sum + term).backward();
        return Taken(_discriminator.Psi);
    }

    private Tensor Logits(double psi, double theta) => tensor([.. _nodes.Select(node => (psi * (theta + node)) + _rules.Offset)]);

    // The losses are means; of noise they are means by weights.
    private double Sum(Tensor? gradient, Func<int, double> factor)
    {
        if (gradient is null)
            return 0;
        var (values, sum) = (gradient.data<double>(), 0.0);
        for (var i = 0; i < _nodes.Length; i++)
            sum += _weights[i] * _nodes.Length * values[i] * factor(i);
        return sum;
    }

    /// <summary>Whether a term has a value where a sample is one number and nobody has the network that generates it.</summary>
    private bool IsOfNumbers(string name, Func<Tensor> term)
    {
        try
        {
            using var scope = NewDisposeScope();
            _ = term();
            return true;
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            LeftOut.Add($"{name}: {error.Message}");
            return false;
        }
    }

    // What depends on the latents depends on them by nothing.
    private Tensor Fake() => _objective.GeneratorPenalties.Count > 0 ? _theta + _noise + (_latents.reshape(-1, 1, 1, 1) * 0) : _theta + _noise;

    private double Clipped(double psi)
    {
        if (!_rules.IsClipped)
            return psi;
        using var noGradient = no_grad();
        _discriminator.Psi.fill_(psi);
        _objective.ClipWeights(_discriminator);
        return _discriminator.Psi.item<double>();
    }

    private void Set(DiracPoint at)
    {
        using var noGradient = no_grad();
        _theta.fill_(at.Theta);
        _discriminator.Psi.fill_(at.Psi);
    }

    // G's loss leaves a gradient in D's parameter too, where it is not a step of G.
    private double Taken(Tensor parameter)
    {
        using var gradient = parameter.grad;
        var value = gradient is null ? 0 : gradient.item<double>();
        foreach (var each in (Tensor[])[_theta, _discriminator.Psi, _latents])
            each.grad = null;
        return value;
    }

    private sealed class Line : nn.Module<Tensor, Tensor>
    {
        private readonly Parameter psi = new(zeros(1, ScalarType.Float64));

        public Line()
            : base(nameof(Line)) => RegisterComponents();

        public Parameter Psi => psi;

        public double Offset { get; set; }

        public override Tensor forward(Tensor input) => (input * psi) + Offset;
    }
}
