using Gan.Runtime.Checks;
using Gan.Runtime.Discriminators;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime.Steps;

/// <summary>The gradients of both players' losses in their own parameters, ready to be differentiated once more.</summary>
/// <remarks>While it lives, the parameters have no gradients but those of <see cref="Differentiate"/>. What they had before comes back.</remarks>
internal sealed class PlayerGradients : IDisposable
{
    private readonly List<(Parameter Parameter, Tensor? Before)> before = [];

    private PlayerGradients(Parameter[] discriminator, Tensor discriminatorLoss, Parameter[] generator, Tensor generatorLoss)
    {
        foreach (var parameter in discriminator.Concat(generator))
        {
            before.Add((parameter, parameter.grad));
            parameter.grad = null;
        }

        try
        {
            OfDiscriminator = PlayerGradient.Take(discriminatorLoss, discriminator, nameof(discriminator));
            OfGenerator = PlayerGradient.Take(generatorLoss, generator, nameof(generator));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>∂L_D/∂φ.</summary>
    public PlayerGradient OfDiscriminator { get; }

    /// <summary>∂L_G/∂θ.</summary>
    public PlayerGradient OfGenerator { get; }

    public static PlayerGradients Of(Tensor discriminatorLoss, nn.Module discriminator, Tensor generatorLoss, nn.Module generator)
    {
        TensorChecks.LossWithGraph(discriminatorLoss, nameof(discriminatorLoss));
        TensorChecks.LossWithGraph(generatorLoss, nameof(generatorLoss));
        var (ofDiscriminator, ofGenerator) = (ParametersOf(discriminator, nameof(discriminator)), ParametersOf(generator, nameof(generator)));
        if (ofDiscriminator.Any(parameter => ofGenerator.Any(other => ReferenceEquals(other, parameter))))
            throw new ArgumentException("The generator has a parameter of the discriminator, so neither player has a gradient of its own.", nameof(generator));
        TorchBackend.Check();
        CycleWarning.Spend();
        return new(ofDiscriminator, discriminatorLoss, ofGenerator, generatorLoss);
    }

    /// <summary>Adds the gradient of a scalar to the parameters. A scalar that depends on none of them adds nothing.</summary>
    public static void Differentiate(Tensor scalar, Parameter[] parameters, bool keepsGraph = false)
    {
        if (scalar.requires_grad)
            Refusals.Differentiate(() => autograd.backward([scalar], retain_graph: keepsGraph, inputs: parameters), "The networks cannot be differentiated twice");
    }

    /// <summary>Adds the gradients of the losses, and what the parameters had before.</summary>
    public void Complete()
    {
        using var withoutGraph = no_grad();
        var own = OfDiscriminator.All.Concat(OfGenerator.All).ToArray();
        for (var i = 0; i < before.Count; i++)
        {
            var (parameter, had) = before[i];
            Tensor[] terms = [.. new[] { own[i]?.detach(), parameter.grad, had }.OfType<Tensor>()];
            if (terms.Length > 0)
                before[i] = (parameter, terms.Aggregate(static (sum, term) => sum.add(term)));
        }
    }

    /// <summary>Gives the parameters their gradients.</summary>
    public void Dispose()
    {
        foreach (var (parameter, gradient) in before)
            parameter.grad = gradient;
    }

    private static Parameter[] ParametersOf(nn.Module module, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(module, parameterName);
        Parameter[] parameters = [.. module.parameters().Where(static parameter => parameter.requires_grad)];
        return parameters.Length > 0 ? parameters : throw new ArgumentException("The module has no parameters that require a gradient.", parameterName);
    }
}

/// <summary>The gradient of a loss in the parameters of a module, with its graph.</summary>
/// <param name="Parameters">The parameters.</param>
/// <param name="All">The gradient in each; null where the loss does not depend on it.</param>
internal sealed record PlayerGradient(Parameter[] Parameters, Tensor?[] All)
{
    public static PlayerGradient Take(Tensor loss, Parameter[] parameters, string player)
    {
        try
        {
            // autograd.grad would end the process on any error; backward throws.
            Refusals.Differentiate(() => autograd.backward([loss], create_graph: true, retain_graph: true, inputs: parameters), "The networks cannot be differentiated");
            var gradients = Array.ConvertAll(parameters, static parameter => parameter.grad);
            return Array.Exists(gradients, static gradient => gradient is not null) ? new(parameters, gradients)
                : throw new InvalidOperationException($"The loss of the {player} does not depend on the parameters of the {player}: are the generated samples detached?");
        }
        finally
        {
            // Left on a parameter, the gradient would hold its own graph in a cycle that nothing frees.
            foreach (var parameter in parameters)
                parameter.grad = null;
        }
    }

    /// <summary>Half the squared norm, at least in float32.</summary>
    public Tensor HalfSquare() => All.OfType<Tensor>().Select(static gradient => Precision.AtLeastFloat32(gradient).square().sum())
        .Aggregate(static (sum, square) => sum.add(square)).mul(0.5);
}
