using System.Reflection;
using System.Runtime.ExceptionServices;
using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>One comparison of an objective on data, ready to be run: the compiler writes <see cref="Settings"/>, <see cref="Sweeps"/> and <see cref="CreateObjective"/> from the attributes.</summary>
public abstract class Experiment
{
    /// <summary>The name by which a command line and a report know it: that of its class.</summary>
    public virtual string Name => GetType().Name;

    /// <summary>How it trains.</summary>
    public abstract ExperimentSettings Settings { get; }

    /// <summary>The hyperparameters that a sweep goes through.</summary>
    public virtual IReadOnlyList<Sweep> Sweeps => [];

    /// <summary>Whether it runs where no command is given.</summary>
    public virtual bool IsDefault => false;

    /// <summary>The objective, with values of a sweep.</summary>
    /// <param name="values">By hyperparameter; what is missing has its default.</param>
    public abstract IGanObjective CreateObjective(IReadOnlyDictionary<string, double> values);

    /// <summary>G with new weights, from the global random generator.</summary>
    public abstract nn.Module<Tensor, Tensor> CreateGenerator();

    /// <summary>D with new weights, from the global random generator.</summary>
    public abstract nn.Module<Tensor, Tensor> CreateDiscriminator();

    /// <summary>The data set.</summary>
    public abstract GanData CreateData();

    /// <summary>Latents: standard normal, unless an experiment says otherwise.</summary>
    /// <param name="count">How many.</param>
    /// <param name="random">Where they come from, and nowhere else, or a run that is resumed would not end as one that was not stopped.</param>
    /// <returns>A float32 tensor [count, ...LatentShape], in the current dispose scope.</returns>
    public virtual Tensor Latents(int count, Generator random) => randn([count, .. Settings.LatentShape], generator: random);
}

/// <summary>An experiment of an objective, two networks and data, each made by its constructor without arguments.</summary>
/// <typeparam name="TObjective">The objective.</typeparam>
/// <typeparam name="TGenerator">G, from latents to samples.</typeparam>
/// <typeparam name="TDiscriminator">D, from samples to logits.</typeparam>
/// <typeparam name="TData">The data set.</typeparam>
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
