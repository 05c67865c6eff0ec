using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Backend;

public sealed class TorchBackendTests
{
    [Fact]
    public void HereItIsRightOrCured()
    {
        Assert.NotEqual(BackendStatus.Unchecked, TorchBackend.Check().Status);
        Assert.Empty(LayerCheck.FindWrong());
    }

    [Fact]
    public void TheCallerIsLeftAsHeWas() => Succeeds(CheckAmidstOtherThings);

    [Fact]
    public void ItIsDoneOnce() => Succeeds(CheckOnManyThreads);

    [Fact]
    public void ItCanBeSwitchedOff() => Succeeds(CheckWhereItIsOff, "GANDSL_BACKEND_CHECK=off");

    // With a setting that is refused, whatever checks first of all says so.
    [Fact]
    public void WhateverTouchesTheLibraryChecks() => Succeeds(TouchEverything, "GANDSL_BACKEND_CHECK=maybe");

    private static void CheckAmidstOtherThings()
    {
        set_default_dtype(ScalarType.Float64);
        random.manual_seed(7);
        set_num_threads(2);
        using var scope = NewDisposeScope();
        using var inference = inference_mode();
        var mine = ones(2);
        var (state, count) = (get_rng_state().data<byte>().ToArray(), Tensor.TotalCount);
        TorchBackend.Check();
        Assert.Equal(count, Tensor.TotalCount);
        Assert.Equal(state, get_rng_state().data<byte>().ToArray());
        Assert.Equal((ScalarType.Float64, 2, true, false, false), (get_default_dtype(), get_num_threads(), is_inference_mode_enabled(), is_grad_enabled(), mine.IsInvalid));
    }

    private static void CheckOnManyThreads()
    {
        var verdicts = new BackendVerdict[8];
        using var together = new Barrier(verdicts.Length);
        var threads = verdicts.Select((_, i) => new Thread(() =>
        {
            together.SignalAndWait();
            verdicts[i] = TorchBackend.Check();
        })).ToArray();
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());
        Assert.All(verdicts, verdict => Assert.Same(verdicts[0], verdict));
    }

    private static void CheckWhereItIsOff()
    {
        var objective = Objectives.Logistic;
        Assert.Equal(new(BackendStatus.Unchecked, "Not checked: GANDSL_BACKEND_CHECK is off."), TorchBackend.Check());
    }

    private static void TouchEverything()
    {
        using var scope = NewDisposeScope();
        using var network = nn.Linear(2, 1);
        var objective = new LogisticObjective();
        var x = ones(2, 2);
        Action[] touches =
        [
            static () => TorchBackend.Check(),
            static () => _ = Objectives.Logistic,
            static () => _ = new NonSaturating { LossPath = LossPath.Composed },
            static () => _ = Objectives.SinGan,
            () => GanStep.Discriminator(objective, network, x, x, 0),
            () => GanStep.Generator(objective, network, x),
            () => new R1Penalty().Evaluate(network, x, null),
            () => new PathLengthPenalty().Evaluate(x.clone().requires_grad_(true).mul(2), x.clone().requires_grad_(true)),
            () => SpectralNorm.Of(network),
            () => EqualizedLearningRate.Of(network),
            static () => _ = new PixelNorm(),
            static () => _ = new MinibatchStandardDeviation(),
            () => _ = new ExponentialMovingAverage(network, AverageDecay.Constant(0.9)),
            () => _ = new FusedAdam(network.parameters()),
        ];
        // The catalogue makes its objectives in its type's initialiser, which wraps what they throw.
        Assert.All(touches, static touch => Assert.Equal(
            "The environment variable GANDSL_BACKEND_CHECK is 'maybe', but must be on or off.", Assert.ThrowsAny<Exception>(touch).GetBaseException().Message));
    }

    private static void Succeeds(Action method, params string[] settings)
    {
        var child = ChildProcess.Run(method, settings);
        Assert.True(child.ExitCode == 0, $"{child.Output}\n{child.Errors}");
    }
}
