namespace Gan.Generators.Tests.Rules;

public sealed class StrayAttributesTests
{
    [Fact]
    public void Penalties_clips_and_hyperparameters_say_nothing_of_another_type()
    {
        var messages = AnalyzerTest.Verify("""
            [{|GAN006:R1(Weight = -1)|}, {|GAN006:WeightClip|}]
            [{|GAN006:InstanceNoise|}, {|GAN006:Drift|}, {|GAN006:LeCam|}, {|GAN006:PathLength|}]
            public class Base<T> { [{|GAN006:Hyperparameter|}] public double Margin { get; init; } }
            """);
        Assert.Equal(
            [
                "R1 has no effect, because 'Base<T>' is not an objective: add [GanObjective] to it",
                "WeightClip has no effect, because 'Base<T>' is not an objective: add [GanObjective] to it",
                "InstanceNoise has no effect, because 'Base<T>' is not an objective: add [GanObjective] to it",
                "Drift has no effect, because 'Base<T>' is not an objective: add [GanObjective] to it",
                "LeCam has no effect, because 'Base<T>' is not an objective: add [GanObjective] to it",
                "PathLength has no effect, because 'Base<T>' is not an objective: add [GanObjective] to it",
                "Hyperparameter has no effect, because 'Base<T>' is not an objective: add [GanObjective] to it",
            ],
            messages);
    }

    [Fact]
    public void Attributes_of_the_same_name_are_not_ours() => AnalyzerTest.Verify("""
        namespace Other
        {
            public sealed class R1Attribute : System.Attribute;
            [Other.R1] public class Base;
        }
        """);
}
