using System.Security.Cryptography;
using System.Text;
using Gan.Dsl;
using Gan.Experiments.Checkpoints;
using Gan.Experiments.Checkpoints.State;
using Gan.Runtime;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Checkpoints;

[GanObjective(FD = "softplus(t)", FG = "softplus(t)")]
[R1(Gamma = 1, Every = 4)]
[LeCam(Weight = 0.3, Decay = 0.9)]
internal sealed partial class CarryingObjective;

/// <summary>A small run of all that has a state: batch normalisation, dropout, a lazy penalty, a penalty that carries averages, two kinds of Adam, an average and two generators.</summary>
internal sealed class SampleRun : IDisposable
{
    private const int Batch = 8;
    private readonly Generator noise;

    public SampleRun(long seed)
    {
        random.manual_seed(seed);
        noise = new Generator((ulong)seed);
        G = nn.Sequential(
            ("linear", nn.Linear(4, 16)), ("norm", nn.BatchNorm1d(16)), ("relu", nn.ReLU()), ("dropout", nn.Dropout(0.3)), ("last", nn.Linear(16, 2)));
        D = nn.Sequential(("linear", nn.Linear(2, 16)), ("relu", nn.LeakyReLU(0.2)), ("dropout", nn.Dropout(0.2)), ("last", nn.Linear(16, 1)));
        GOptimizer = new FusedAdam(G.parameters(), 0.01, 0.5);
        DOptimizer = optim.Adam(D.parameters(), 0.01, 0.5, amsgrad: true);
        Average = new ExponentialMovingAverage(G, AverageDecay.Constant(0.9, rampUp: 3), startStep: 2);
        State = new TrainingState()
            .Add("generator", G).Add("discriminator", D).Add("average", Average)
            .Add("generatorOptimizer", GOptimizer).Add("discriminatorOptimizer", DOptimizer)
            .Add("objective", Objective).Add("noise", noise).AddGlobalGenerator();
    }

    public Sequential G { get; }

    public Sequential D { get; }

    public FusedAdam GOptimizer { get; }

    public Adam DOptimizer { get; }

    public ExponentialMovingAverage Average { get; }

    public IGanObjective Objective { get; } = new CarryingObjective();

    public TrainingState State { get; }

    public long Step { get; set; }

    public CheckpointInfo Info => new(Step, "batch: 8", "none");

    public void Resume(Checkpoint checkpoint)
    {
        Step = checkpoint.Info.Step;
        checkpoint.Restore(State);
    }

    public void Train(int steps)
    {
        for (var end = Step + steps; Step < end; Step++)
            TrainOne();
    }

    /// <summary>A hash of every bit of the run, taken part by part and not by what is tested.</summary>
    public string Fingerprint()
    {
        using var scope = NewDisposeScope();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var module in new nn.Module[] { G, D, Average })
        {
            foreach (var tensor in module.parameters().Concat(module.buffers()))
                hash.AppendData(tensor.bytes);
        }
        foreach (var optimizer in new OptimizerHelper[] { GOptimizer, DOptimizer })
        {
            using var state = new MemoryStream();
            optimizer.save_state_dict(new BinaryWriter(state));
            hash.AppendData(state.ToArray());
        }
        foreach (var tensor in new[] { noise.get_state(), get_rng_state() })
            hash.AppendData(tensor.bytes);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join(' ', Objective.State.Select(s => $"{s.Key} {BitConverter.DoubleToInt64Bits(s.Value)}"))));
        return $"{Step} {Convert.ToHexString(hash.GetHashAndReset())}";
    }

    public void Dispose()
    {
        foreach (var part in new IDisposable[] { GOptimizer, DOptimizer, Average, G, D, noise })
            part.Dispose();
    }

    private void TrainOne()
    {
        using var scope = NewDisposeScope();
        using var data = new Generator((ulong)Step);
        var real = randn([Batch, 2], generator: data).add(1);
        DOptimizer.zero_grad();
        using (var terms = Objective.DiscriminatorTerms(D, real, G.call(Latents()), Step))
            terms.Total.backward();
        DOptimizer.step();
        GOptimizer.zero_grad();
        using (var terms = Objective.GeneratorTerms(D, real, G.call(Latents())))
            terms.Total.backward();
        GOptimizer.step();
        Average.Update(G, Batch);
    }

    private Tensor Latents() => randn([Batch, 4], generator: noise);
}
