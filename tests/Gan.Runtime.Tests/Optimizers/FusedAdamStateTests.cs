using Gan.Runtime.Tests.Support;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Optimizers;

public class FusedAdamStateTests
{
    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.BFloat16)]
    public void A_saved_state_continues_to_the_bit(ScalarType dtype)
    {
        using var whole = new Training(dtype);
        using var resumed = new Training(dtype);
        whole.Run(0, 10);
        using var file = new MemoryStream();
        whole.Save(file);
        using (NewDisposeScope())
            resumed.Load(file, whole);
        whole.Run(10, 20);
        resumed.Run(10, 20);
        resumed.AssertEqual(whole);
    }

    [Fact]
    public void A_state_in_memory_is_copied()
    {
        using var copy = new Training(ScalarType.Float32);
        using (var whole = new Training(ScalarType.Float32))
        {
            whole.Run(0, 10);
            using (NewDisposeScope())
                copy.CopyFrom(whole);
            whole.Run(10, 20);
            copy.Run(10, 20);
            copy.AssertEqual(whole);
        }

        copy.Run(20, 21);
    }

    [Fact]
    public void Options_are_saved_too()
    {
        using var whole = new Training(ScalarType.Float32);
        using var resumed = new Training(ScalarType.Float32);
        whole.Optimizer.ParamGroups.Single().LearningRate = 0.125;
        using var file = new MemoryStream();
        whole.Save(file);
        resumed.Load(file, whole);
        Assert.Equal(0.125, resumed.Optimizer.ParamGroups.Single().LearningRate);
    }

    [Fact]
    public void A_state_of_another_shape_or_optimiser_is_refused()
    {
        using var scope = NewDisposeScope();
        using var saved = new Training(ScalarType.Float32);
        using var other = new FusedAdam([Samples.Parameter([4]), Samples.Parameter([3, 1])]);
        using var decoupled = new FusedAdamW([Samples.Parameter([3, 4]), Samples.Parameter([3])]);
        using var theirs = optim.Adam([Samples.Parameter([3, 4]), Samples.Parameter([3])]);
        using var file = new MemoryStream();
        saved.Save(file);
        Assert.Contains("parameter 0 [4]", Assert.Throws<ArgumentException>(() => Training.Read(file, other)).Message);
        Assert.Throws<InvalidDataException>(() => Training.Read(file, decoupled));
        Assert.Throws<ArgumentException>(() => saved.Optimizer.load_state_dict(theirs.state_dict()));
        Assert.Throws<ArgumentException>(() => saved.Optimizer.load_state_dict(other.state_dict()));
    }

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.Float16)]
    public void Nothing_is_left_behind(ScalarType dtype)
    {
        // The parameters are made outside: TorchSharp counts the tensor that a Parameter is made of for good.
        using var first = new Training(dtype);
        using var second = new Training(dtype);
        Live.AssertUnchanged(() =>
        {
            first.Run(0, 3);
            using var file = new MemoryStream();
            first.Save(file);
            second.Load(file, first);
            second.CopyFrom(first);
            second.Run(3, 4);
            using var optimizer = new FusedAdam(second.Optimizer.parameters());
            optimizer.step();
            optimizer.to(CPU);
            optimizer.step();
        });
    }

    [Fact]
    public void A_step_allocates_little_beyond_the_gradients_handles()
    {
        using var training = new Training(ScalarType.Float32);
        training.Run(0, 3);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var n = 0; n < 100; n++)
            training.Optimizer.step();
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100, 0, 300);
    }

    private sealed class Training : IDisposable
    {
        private readonly Parameter[] parameters;

        public Training(ScalarType dtype)
        {
            parameters = [Samples.Parameter([3, 4], dtype), Samples.Parameter([3], dtype)];
            Optimizer = new(parameters, 0.01, 0.5, weight_decay: 0.1);
        }

        public FusedAdam Optimizer { get; }

        public void Run(int from, int to)
        {
            for (var n = from; n < to; n++)
            {
                foreach (var parameter in parameters)
                    Samples.SetGradient(parameter, new Random(n));
                Optimizer.step();
            }
        }

        public void Save(Stream file)
        {
            using var writer = new BinaryWriter(file, System.Text.Encoding.UTF8, leaveOpen: true);
            Optimizer.save_state_dict(writer);
        }

        public static void Read(Stream file, OptimizerHelper optimizer)
        {
            file.Position = 0;
            using var reader = new BinaryReader(file, System.Text.Encoding.UTF8, leaveOpen: true);
            optimizer.load_state_dict(reader);
        }

        public void Load(Stream file, Training other)
        {
            Read(file, Optimizer);
            CopyParameters(other);
        }

        public void CopyFrom(Training other)
        {
            Optimizer.load_state_dict(other.Optimizer.state_dict());
            CopyParameters(other);
        }

        public void AssertEqual(Training other)
        {
            foreach (var (mine, others) in parameters.Zip(other.parameters))
                Numbers.AssertEqual(Numbers.Of(others), mine, 0);
        }

        public void Dispose()
        {
            Optimizer.Dispose();
            foreach (var parameter in parameters)
            {
                parameter.grad = null;
                parameter.Dispose();
            }
        }

        private void CopyParameters(Training other)
        {
            using var withoutGraph = no_grad();
            foreach (var (mine, others) in parameters.Zip(other.parameters))
                mine.copy_(others);
        }
    }
}
