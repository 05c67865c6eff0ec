using System.Reflection;
using System.Runtime.ExceptionServices;
using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>Represents an experiment: an objective, a generator and a discriminator to train, a data set, and the settings of the training.</summary>
/// <remarks>The generator writes <see cref="Settings"/>, <see cref="Sweeps"/>, <see cref="IsDefault"/> and <see cref="CreateObjective"/> from the attributes of the derived class.</remarks>
public abstract class Experiment
{
    /// <summary>Gets the name of the experiment on the command line and in reports. The default is the name of its class.</summary>
    public virtual string Name => GetType().Name;

    /// <summary>Gets the settings of the training.</summary>
    public abstract ExperimentSettings Settings { get; }

    /// <summary>Gets the sweeps over hyperparameters of the objective.</summary>
    public virtual IReadOnlyList<Sweep> Sweeps => [];

    /// <summary>Gets a value that indicates whether the experiment runs when the program gets no command.</summary>
    public virtual bool IsDefault => false;

    /// <summary>Creates the objective with values of a sweep.</summary>
    /// <param name="values">The values, by hyperparameter. A hyperparameter that is missing has its default value.</param>
    /// <returns>The objective.</returns>
    public abstract IGanObjective CreateObjective(IReadOnlyDictionary<string, double> values);

    /// <summary>Creates the generator G with new weights from the global random generator.</summary>
    /// <returns>The generator, which the caller disposes.</returns>
    public abstract nn.Module<Tensor, Tensor> CreateGenerator();

    /// <summary>Creates the discriminator D with new weights from the global random generator.</summary>
    /// <returns>The discriminator, which the caller disposes.</returns>
    public abstract nn.Module<Tensor, Tensor> CreateDiscriminator();

    /// <summary>Creates the data set.</summary>
    /// <returns>The data set, which the caller disposes.</returns>
    public abstract GanData CreateData();

    /// <summary>Draws latents. The default implementation draws them from the standard normal distribution.</summary>
    /// <param name="count">The number of latents.</param>
    /// <param name="random">The random generator. An override must not use another one, because a resumed run would then differ from a run that was not stopped.</param>
    /// <returns>A float32 tensor of shape [count, ...LatentShape], in the current dispose scope.</returns>
    public virtual Tensor Latents(int count, Generator random) => randn([count, .. Settings.LatentShape], generator: random);
}

/// <summary>Represents an experiment whose objective, networks and data set are created by their parameterless constructors.</summary>
/// <typeparam name="TObjective">The type of the objective.</typeparam>
/// <typeparam name="TGenerator">The type of the generator G, which maps latents to samples.</typeparam>
/// <typeparam name="TDiscriminator">The type of the discriminator D, which maps samples to logits.</typeparam>
/// <typeparam name="TData">The type of the data set.</typeparam>
public abstract class Experiment<TObjective, TGenerator, TDiscriminator, TData> : Experiment
    where TObjective : IGanObjective, new()
    where TGenerator : nn.Module<Tensor, Tensor>, new()
    where TDiscriminator : nn.Module<Tensor, Tensor>, new()
    where TData : GanData, new()
{
    /// <inheritdoc/>
    public override IGanObjective CreateObjective(IReadOnlyDictionary<string, double> values) => Made<TObjective>();

    /// <inheritdoc/>
    public override nn.Module<Tensor, Tensor> CreateGenerator() => Made<TGenerator>();

    /// <inheritdoc/>
    public override nn.Module<Tensor, Tensor> CreateDiscriminator() => Made<TDiscriminator>();

    /// <inheritdoc/>
    public override GanData CreateData() => Made<TData>();

    // Of a type parameter new is reflection's: it wraps what the constructor throws, and the user would lose the message.
    private static T Made<T>()
        where T : new()
    {
        try
        {
            return new T();
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } thrown)
        {
            ExceptionDispatchInfo.Throw(thrown);
            throw;
        }
    }
}
