using Gan.Generators.Analyzers;
using Gan.Generators.Tests.Generation;

namespace Gan.Generators.Tests.Rules;

/// <summary>What keeps a user's class from being a penalty, at the name of the class.</summary>
public sealed class CustomPenaltyRulesTests
{
    private const string Classes = """
        using Gan.Runtime;
        using static TorchSharp.torch;
        public class Mine : DiscriminatorPenalty { public Mine() : base(1) { } public Mine(double a, int b = 2, string? c = null) : base(a) { } protected override Tensor Expectation(DiscriminatorPass pass) => pass.Real.Logits.mean(); }
        public class OfG : GeneratorPenalty { public OfG(PenaltyPoint p, params int[] rest) : base(1) { } protected override Tensor Expectation(GeneratorPass pass) => pass.Fake.mean(); }
        public class Of<T> : Mine { }
        public abstract class Unfinished : Mine { }
        public class Demanding : Mine { public required int Size { get; init; } }
        public class Closed : Mine { private Closed() { } }
        public class Outer { private class Hidden : Mine { } internal class Inside : Mine { } }
        public class Stateful : Mine { public Counts State { get; init; } = new(); protected override PenaltyState Carried => State; }
        public class Counts : PenaltyState { public Counts() { } public Counts(System.Func<CarriedNumbers> r, System.Action<CarriedNumbers> w) : base(r, w) { } protected override System.Collections.Generic.IReadOnlyList<string> Names => ["N"]; }
        public class Unviewed : Mine { public Sealed State { get; init; } = new(); protected override PenaltyState Carried => State; }
        public class Sealed : PenaltyState { protected override System.Collections.Generic.IReadOnlyList<string> Names => ["N"]; }
        public class Shared : Mine { protected override PenaltyState Carried { get; } = new Counts(); }
        public class Unsettable : Mine { public Counts State { get; private init; } = new(); protected override PenaltyState Carried => State; }
        public class Forgetful : Mine { public Counts State { get; init; } = new(); }
        file class Local : Mine { }
        """;

    [Theory]
    [InlineData("[Penalty(typeof(Mine))]")]
    [InlineData("[Penalty(typeof(Mine), 2.5)]")]
    [InlineData("[Penalty(typeof(Mine), 2, 3)]")]
    [InlineData("[Penalty(typeof(Mine), -2f, 'c', null)]")]
    [InlineData("[Penalty(typeof(OfG), PenaltyPoint.Fake)]")]
    [InlineData("[Penalty(typeof(Of<int>))] [Penalty(typeof(Of<string>))]")]
    [InlineData("[Penalty(typeof(Outer.Inside))]")]
    [InlineData("[Penalty(typeof(Stateful))] [Penalty(typeof(Stateful), Every = 4)]")]
    [InlineData("[Penalty(typeof(R1Penalty), Weight = 3)] [Penalty(typeof(LeCamPenalty))] [Penalty(typeof(PathLengthPenalty))]")]
    public void Usable(string penalties) => Assert.Empty(Verify(penalties));

    [Theory]
    [InlineData("typeof(string)", "'string' is not a penalty: derive it from DiscriminatorPenalty or GeneratorPenalty")]
    [InlineData("typeof(Gan.Runtime.DiscriminatorPenalty)", "'DiscriminatorPenalty' is not a penalty: derive it from DiscriminatorPenalty or GeneratorPenalty")]
    [InlineData("null", "'null' is not a penalty: derive it from DiscriminatorPenalty or GeneratorPenalty")]
    [InlineData("typeof(int[])", "'int[]' is not a penalty: derive it from DiscriminatorPenalty or GeneratorPenalty")]
    [InlineData("typeof(Unfinished)", "'Unfinished' is abstract: name a class that derives from it")]
    [InlineData("typeof(Of<>)", "'Of<>' has no type arguments: give them")]
    [InlineData("typeof(Unviewed)", "'Unviewed' has the state 'Sealed', which must be accessible and have a public constructor (Func<CarriedNumbers> read, Action<CarriedNumbers> write)")]
    [InlineData("typeof(Shared)", "'Shared' overrides Carried, so it needs a property State of the state's type with an accessible init accessor, which the objective sets")]
    [InlineData("typeof(Unsettable)", "'Unsettable' overrides Carried, so it needs a property State of the state's type with an accessible init accessor, which the objective sets")]
    [InlineData("typeof(Forgetful)", "'Forgetful' has a property State, but does not return it from Carried: override Carried")]
    [InlineData("typeof(Local)", "'Local' is not accessible to the generated code: make it internal or public, and the types around it too")]
    public void Unusable(string type, string message)
        => Assert.Equal([message], Verify($"[Penalty({{|GAN126:{type}|}})]"));

    [Fact]
    public void Inaccessible()
        => Assert.Equal(
            ["'Hidden' is not accessible to the generated code: make it internal or public, and the types around it too"],
            AnalyzerTest.Verify("""
                using Gan.Runtime;
                [GanObjective(FD = "softplus(t)", FG = "softplus(t)")] [Penalty({|GAN126:typeof(Hidden)|})]
                public sealed partial class Objective
                {
                    private sealed class Hidden() : DiscriminatorPenalty(1) { protected override TorchSharp.torch.Tensor Expectation(DiscriminatorPass pass) => pass.Real.Logits.mean(); }
                }
                """));

    [Theory]
    [InlineData("typeof(Mine)", ", \"text\"", "'Mine' cannot be constructed: none of its accessible constructors takes these arguments")]
    [InlineData("typeof(Mine)", ", 1.0, 2.5", "'Mine' cannot be constructed: none of its accessible constructors takes these arguments")]
    [InlineData("typeof(OfG)", "", "'OfG' cannot be constructed: it has no accessible constructor without parameters: add one, or give the arguments after the type")]
    [InlineData("typeof(Demanding)", "", "'Demanding' cannot be constructed: it has the required member 'Size', which the generated code does not set")]
    [InlineData("typeof(Closed)", "", "'Closed' cannot be constructed: it has no accessible constructor without parameters: add one, or give the arguments after the type")]
    public void Not_constructible(string type, string arguments, string message)
        => Assert.Equal([message], Verify($"[Penalty({{|GAN127:{type}|}}{arguments})]"));

    [Theory]
    [InlineData("[Penalty(typeof(Mine), Weight = {|GAN030:-1|})]")]
    [InlineData("[Penalty(typeof(Mine), Every = {|GAN031:0|})]")]
    [InlineData("[Penalty(typeof(Mine), WeightFrom = {|GAN043:\"Nothing\"|})]")]
    public void Its_options_are_those_of_other_penalties(string penalties) => Assert.Single(Verify(penalties));

    /// <summary>Whoever does not claim a limit is told of what the critic lacks.</summary>
    [Theory]
    [InlineData("[Penalty(typeof(Mine))]", false)]
    [InlineData("[Penalty(typeof(Mine), LimitsSlope = true)]", true)]
    [InlineData("[Penalty(typeof(Mine), LimitsSlope = true, Weight = 0)]", false)]
    public void A_limit_counts(string penalty, bool isLimited)
        => Assert.Equal(
            isLimited ? [] : ["GAN073"],
            AnalyzerTest.Analyze([$"{Classes}\n[GanObjective(FD = \"t\", FG = \"t\")] {penalty} public sealed partial class Objective;"], also: new TheoryAnalyzer()).Select(static diagnostic => diagnostic.Id));

    [Fact]
    public void Without_an_objective_it_is_stray()
        => Assert.Single(AnalyzerTest.Verify("[{|GAN006:Penalty(typeof(int))|}] public sealed partial class Nothing;"));

    [Fact]
    public void An_edit_elsewhere_emits_nothing_again()
        => GeneratorRun.Over($"using Gan.Dsl;\n{Classes}\n[GanObjective(FD = \"t\", FG = \"t\")] [Penalty(typeof(Stateful), Weight = 2)] [Penalty(typeof(Mine), 1, LimitsSlope = true)] public sealed partial class Objective;");

    private static IReadOnlyList<string> Verify(string penalties)
        => AnalyzerTest.Verify($"{Classes}\n[GanObjective(FD = \"softplus(t)\", FG = \"softplus(t)\")] {penalties} public sealed partial class Objective;");
}
