using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Steps;

/// <summary>The same for conditions, several discriminators, path lengths, averages and features.</summary>
public class HostileTermTests
{
    [Fact]
    public void No_condition_ends_the_process() => AssertLives(FeedConditions);

    [Fact]
    public void No_list_of_discriminators_or_logits_ends_the_process() => AssertLives(FeedLists);

    [Fact]
    public void No_latents_end_the_process() => AssertLives(FeedLatents);

    [Fact]
    public void No_logits_end_the_process_in_averages_and_differences() => AssertLives(FeedPenalties);

    [Fact]
    public void No_reduction_and_no_real_sample_ends_the_process() => AssertLives(FeedReductions);

    private static void AssertLives(Action feed)
    {
        var child = ChildProcess.Run(feed);
        Assert.True(child.ExitCode == 0, $"The process ended with {child.ExitCode} at {child.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault()}: {child.Errors}");
        Assert.EndsWith("done", child.Output.TrimEnd());
    }

    private static IEnumerable<string> Names => HostileInputTests.Tensors.Keys;

    private static Tensor Named(string name) => HostileInputTests.Tensors[name]()!;

    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor, Tensor>> Conditionals = new()
    {
        ["shifted"] = (x, c, w) => x.add(c).square().mul(w).sum(-1),
        ["labelled"] = (x, c, w) => x.mul(w.index_select(0, c).unsqueeze(-1)),
        ["condition alone"] = (_, c, w) => c.mul(w),
        ["in place"] = (x, c, w) => c.mul_(2).add(x).mul(w),
        ["throwing"] = (_, _, _) => throw new NotSupportedException(),
    };

    private static void FeedConditions()
    {
        var objective = new LogisticObjective { Coupled = true, Penalties = [new R1Penalty(), new DraganPenalty(), new LeCamPenalty()] };
        var between = new LogisticObjective { Penalties = [new GradientPenalty()] };
        foreach (var (net, formula) in Conditionals)
        {
            foreach (var name in Names)
            {
                Console.WriteLine($"{net}, {name}");
                using var scope = NewDisposeScope();
                using var discriminator = new ConditionalNet(ones(2), formula);
                var plain = randn(3, 2);
                Try(() => objective.DiscriminatorTerms(discriminator, plain, plain, Named(name)).Total.backward());
                Try(() => objective.DiscriminatorTerms(discriminator, Named(name), plain, plain, Named(name)).Total.backward());
                Try(() => between.DiscriminatorTerms(discriminator, plain, plain, Named(name)).Total.backward());
                Try(() => between.GeneratorTerms(discriminator, plain, Named(name)).Total.backward());
                Try(() => objective.GeneratorTerms(discriminator, Named(name), plain, Named(name)).Total.backward());
                Try(() => objective.GeneratorTerms(discriminator, plain, plain, Named(name), plain).Total.backward());
            }
        }

        Console.WriteLine("done");
    }

    private static void FeedLists()
    {
        var objective = new LogisticObjective { Penalties = [new R1Penalty()] };
        IGanObjective losses = new NonSaturating();
        foreach (var name in Names)
        {
            Console.WriteLine(name);
            using var scope = NewDisposeScope();
            using var first = FunctionNet.Linear(1, 2);
            using var second = new FunctionNet(ones(2), (x, w) => x.mul(w));
            foreach (var reduction in Enum.GetValues<ListReduction>())
            {
                Try(() => objective.DiscriminatorTerms([first, second], Named(name), Named(name), reduction).Total.backward());
                Try(() => objective.GeneratorTerms([first, second], Named(name), reduction).Total.backward());
                Try(() => losses.DiscriminatorLoss([Named("plain"), Named(name)], [Named(name), Named("plain")], reduction).backward());
                Try(() => losses.DiscriminatorRealLoss([Named(name), Named("plain")], reduction).backward());
                Try(() => losses.DiscriminatorFakeLoss([Named(name), Named("with a graph")], reduction).backward());
                Try(() => losses.GeneratorLoss([Named("plain"), Named(name)], reduction).backward());
                foreach (var other in Names)
                {
                    Try(() => FeatureMatching.Loss([Named("plain"), Named(name)], [Named("with a graph"), Named(other)], reduction).backward());
                    Try(() => FeatureMatching.Loss([[Named(name)]], [[Named(other)]], reduction, reduction, FeatureDistance.Squared).backward());
                }
            }
        }

        Console.WriteLine("done");
    }

    private static void FeedLatents()
    {
        Dictionary<string, Func<Tensor, Tensor>> generators = new()
        {
            ["linear"] = w => w.mul(2),
            ["square"] = w => w.square(),
            ["detached"] = w => w.detach().mul(2),
            ["itself"] = w => w,
            ["in place"] = w => w.mul(2).mul_(w),
            ["square root"] = w => w.sqrt(),
            ["independent"] = _ => randn(3, 2).requires_grad_(true).mul(1),
        };
        foreach (var (generator, formula) in generators)
        {
            foreach (var (name, other) in Names.SelectMany(name => new[] { (name, name), (name, "plain"), ("plain", name) }).Distinct())
            {
                Console.WriteLine($"{generator}, {name}, {other}");
                using var scope = NewDisposeScope();
                using var discriminator = FunctionNet.Linear(1, 1);
                var objective = new LogisticObjective { GeneratorPenalties = [new PathLengthPenalty()] };
                Try(() => objective.GeneratorTerms(discriminator, formula(Tracked(name)), Tracked(other), 0).Total.backward());
                Try(() =>
                {
                    var latents = Tracked(name);
                    objective.GeneratorTerms(discriminator, formula(latents), latents, 0).Total.backward();
                });
                Try(() => new PathLengthPenalty().Evaluate(Named(name), Named(other)).backward());
            }
        }

        Console.WriteLine("done");

        static Tensor Tracked(string name) => Named(name).requires_grad_(true);
    }

    private static void FeedPenalties()
    {
        Dictionary<string, Func<Tensor, Tensor, Tensor>> discriminators = new()
        {
            ["linear"] = (x, w) => x.mul(w).sum(-1),
            ["itself"] = (x, _) => x,
            ["one logit"] = (x, w) => x.mul(w).sum(),
            ["square root"] = (x, w) => x.mul(w).sqrt(),
            ["integers"] = (x, w) => x.mul(w).to(ScalarType.Int64),
        };
        foreach (var (net, formula) in discriminators)
        {
            foreach (var (name, other) in Names.SelectMany(name => new[] { (name, name), (name, "plain"), ("plain", name) }).Distinct())
            {
                Console.WriteLine($"{net}, {name}, {other}");
                using var scope = NewDisposeScope();
                using var discriminator = new FunctionNet(ones(2), formula);
                DiscriminatorPenalty[] penalties = [new DriftPenalty(), new LeCamPenalty(), new R1Penalty { FiniteDifference = 0.1 }, new R2Penalty { FiniteDifference = 1e-30 }];
                foreach (var penalty in penalties)
                    Try(() => penalty.Evaluate(discriminator, Named(name), Named(other)).backward());
                var objective = new LogisticObjective { Penalties = penalties };
                Try(() => GanStep.Discriminator(objective, discriminator, Named(name), Named(other), 0).Total.backward());
                Try(() => ((IGanObjective)objective).LoadState(((IGanObjective)objective).State));
            }
        }

        Console.WriteLine("done");
    }

    private static void FeedReductions()
    {
        IGanObjective[] objectives = [new NonSaturating(), new RelativisticPair(), new RelativisticAverage(), new R3Gan()];
        foreach (var (name, other) in Names.SelectMany(name => new[] { (name, name), (name, "plain"), ("plain", name) }).Distinct())
        {
            Console.WriteLine($"{name}, {other}");
            using var scope = NewDisposeScope();
            using var discriminator = new FunctionNet(ones(2), (x, w) => x.mul(w));
            foreach (var kind in Enum.GetValues<nn.Reduction>())
            {
                LossReduction[] reductions = [new(kind), new(kind) { Weights = Named(other) }, new(kind) { Mask = Named(other) }, new(kind) { Mask = ones(3, 2, ScalarType.Bool), Weights = Named(name) }];
                foreach (var reduction in reductions)
                {
                    Try(() => reduction.Of(Named(name)).sum().backward());
                    Try(() => LogitChecks.Prepare(Named(name), "logits", reduction));
                    foreach (var objective in objectives)
                    {
                        Try(() => objective.DiscriminatorLoss(Named("with a graph"), Named(name), reduction).sum().backward());
                        Try(() => objective.GeneratorLoss(Named(name), Named("with a graph"), reduction).sum().backward());
                    }
                }
            }

            foreach (var objective in objectives)
            {
                Try(() => objective.DiscriminatorTerms(discriminator, Named(name), Named(other)).Total.backward());
                Try(() => objective.GeneratorTerms(discriminator, Named(name), Named(other)).Total.backward());
                Try(() => objective.GeneratorTerms([discriminator, discriminator], Named(name), Named(other), ListReduction.Mean).Total.backward());
            }
        }

        Console.WriteLine("done");
    }

    private static void Try(Action action) => HostileInputTests.Try(action);
}
