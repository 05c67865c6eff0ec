namespace Gan.Generators.Tests.Rules;

public sealed class DeclarationRulesTests
{
    private const string Objective = """[GanObjective(FD = "t", FG = "t")]""";

    [Fact]
    public void A_partial_class_is_right() => AnalyzerTest.Verify($$"""
        {{Objective}} public sealed partial class InTheGlobalNamespace;
        namespace Space
        {
            {{Objective}} internal partial class Internal;
            {{Objective}} public partial record Record;
            {{Objective}} public partial class Generic<T>;
            {{Objective}} public partial class NoParameterlessConstructor { public NoParameterlessConstructor(int n) => _ = n; }
            public partial class Outer<T> { internal partial struct Middle { {{Objective}} private partial class Inner; } }
        }
        """);

    [Fact]
    public void Not_partial()
    {
        var messages = AnalyzerTest.Verify($$"""
            {{Objective}} public sealed class {|GAN001:Mine|};
            {{Objective}} public record {|GAN001:Generic|}<T>;
            """);
        Assert.Equal(
            [
                "Objective 'Mine' must be partial, because its losses are generated into another part of it: add 'partial'",
                "Objective 'Generic<T>' must be partial, because its losses are generated into another part of it: add 'partial'",
            ],
            messages);
    }

    [Fact]
    public void A_container_is_not_partial()
    {
        var messages = AnalyzerTest.Verify($$"""
            public class Outer { public partial struct Middle { public interface Inner { {{Objective}} public partial class {|GAN002:Mine|}; } } }
            """);
        Assert.Equal(["Objective 'Mine' is nested in 'Inner', 'Outer', which must be partial as well: add 'partial' there"], messages);
    }

    [Fact]
    public void Static()
    {
        var messages = AnalyzerTest.Verify($"{Objective} public static partial class {{|GAN003:Mine|}};");
        Assert.Equal(["Objective 'Mine' cannot be static, because a training loop takes an instance of it: remove 'static'"], messages);
    }

    [Fact]
    public void Abstract()
    {
        var messages = AnalyzerTest.Verify($"{Objective} public abstract partial class {{|GAN004:@event|}};");
        Assert.Equal(
            ["Objective '@event' cannot be abstract, because a training loop takes an instance of it: remove 'abstract', or declare the objective on a class derived from it"],
            messages);
    }

    [Fact]
    public void File_local()
    {
        var messages = AnalyzerTest.Verify($$"""
            {{Objective}} file partial class {|GAN005:Mine|};
            file partial class Outer { {{Objective}} internal partial class {|GAN005:Nested|}; }
            """);
        Assert.Equal(
            [
                "Objective 'Mine' cannot be generated, because 'Mine' is local to its file, and generated code is in another file: make it internal",
                "Objective 'Nested' cannot be generated, because 'Outer' is local to its file, and generated code is in another file: make it internal",
            ],
            messages);
    }

    [Fact]
    public void It_derives_from_another_objective()
    {
        var messages = AnalyzerTest.Verify($"{Objective} partial class First; class Middle : First; {Objective} partial class {{|GAN008:Second|}} : Middle;");
        Assert.Equal(
            ["Objective 'Second' cannot derive from 'First', which is an objective itself: its losses would only hide those of 'First'; derive both from a class that is not an objective"],
            messages);
    }

    [Theory]
    [InlineData("public double {|GAN007:LossWeight|} { get; init; }", "LossWeight")]
    [InlineData("private int {|GAN007:_lossWeight|} = 1; public int Twice => 2 * _lossWeight;", "_lossWeight")]
    [InlineData("public void {|GAN007:DiscriminatorLoss|}(int n) => _ = n;", "DiscriminatorLoss")]
    [InlineData("public class {|GAN007:Info|};", "Info")]
    [InlineData("public static string {|GAN007:R1Penalty|}() => \"\";", "R1Penalty")]
    public void A_member_has_the_name_of_a_generated_one(string member, string name)
        => Assert.Equal(
            [$"'{name}' is generated for objective 'Mine': give this member another name"],
            AnalyzerTest.Verify($$"""{{Objective}} [R1] public partial class Mine { {{member}} public int Real, R2Penalty; }"""));

    [Fact]
    public void The_part_with_the_attribute_is_where_it_is_said() => AnalyzerTest.Verify(
        "public abstract partial class Mine { }",
        $"{Objective} partial class {{|GAN004:Mine|}} {{ }}");

    [Fact]
    public void Several_mistakes_are_all_said() => AnalyzerTest.Verify(
        $$"""public class Outer { {{Objective}} public abstract class {|GAN001:{|GAN002:{|GAN004:Mine|}|}|}; }""");
}
