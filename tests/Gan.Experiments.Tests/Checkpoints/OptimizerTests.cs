using Gan.Experiments.Checkpoints;
using Gan.Experiments.Checkpoints.State;
using Gan.Experiments.Tests.Support;
using Gan.Runtime;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Checkpoints;

/// <summary>Every optimiser goes on to the bit, restored within a dispose scope that ends before its next step.</summary>
public sealed class OptimizerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Names => [.. Made.Keys];

    private static Dictionary<string, Func<IEnumerable<Parameter>, OptimizerHelper>> Made { get; } = new()
    {
        ["FusedAdam"] = p => new FusedAdam(p, 0.01, 0.5, weight_decay: 0.1),
        ["FusedAdamW"] = p => new FusedAdamW(p, 0.01, 0.5, weight_decay: 0.1),
        ["Adam"] = p => optim.Adam(p, 0.01, 0.5),
        ["Adam, AMSGrad"] = p => optim.Adam(p, 0.01, 0.5, amsgrad: true),
        ["AdamW"] = p => optim.AdamW(p, 0.01, 0.5),
        ["SGD"] = p => optim.SGD(p, 0.01),
        ["SGD, momentum"] = p => optim.SGD(p, 0.01, momentum: 0.9),
        ["RMSProp"] = p => optim.RMSProp(p, 0.01),
        ["RMSProp, momentum"] = p => optim.RMSProp(p, 0.01, momentum: 0.9, centered: true),
    };

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void GoesOnToTheBit(string name)
    {
        using var whole = new Training(Made[name]);
        whole.Run(0, 10);
        whole.Optimizer.ParamGroups.Single().LearningRate = 0.02;
        Checkpoint.Write(folder.File("run"), new(10, "", ""), whole.State);
        using var resumed = new Training(Made[name]);
        using (NewDisposeScope())
            Checkpoint.Read(folder.File("run")).Restore(resumed.State);
        Assert.Equal(0.02, resumed.Optimizer.ParamGroups.Single().LearningRate);
        whole.Run(10, 20);
        resumed.Run(10, 20);
        Assert.Equal(whole.Weights(), resumed.Weights());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void LeavesNothingBehind(string name)
    {
        using var training = new Training(Made[name]);
        training.Run(0, 2);
        Checkpoint.Write(folder.File("run"), new(2, "", ""), training.State);
        Live.AssertUnchanged(() =>
        {
            using var checkpoint = Checkpoint.Read(folder.File("run"));
            checkpoint.Restore(training.State);
        });
        training.Run(2, 3);
    }

    private sealed class Training : IDisposable
    {
        private readonly Linear net;

        public Training(Func<IEnumerable<Parameter>, OptimizerHelper> make)
        {
            random.manual_seed(1);
            net = nn.Linear(5, 3);
            Optimizer = make(net.parameters());
            State = new TrainingState().Add("net", net).Add("optimizer", Optimizer);
        }

        public OptimizerHelper Optimizer { get; }

        public TrainingState State { get; }

        public void Run(int from, int to)
        {
            for (var step = from; step < to; step++)
            {
                using var scope = NewDisposeScope();
                using var generator = new Generator((ulong)step);
                net.zero_grad();
                // The bias is reached at every other step, not at the first after the resume.
                nn.functional.linear(randn([4, 5], generator: generator), net.weight!, step % 2 == 1 ? net.bias : null).square().mean().backward();
                Optimizer.step();
            }
        }

        public byte[] Weights() => [.. net.weight!.bytes, .. net.bias!.bytes];

        public void Dispose()
        {
            Optimizer.Dispose();
            net.Dispose();
        }
    }
}
