using Verify = Gan.CodeFixes.Tests.CodeFixTest<Gan.CodeFixes.MakePartialFix>;

namespace Gan.CodeFixes.Tests;

public sealed class MakePartialFixTests
{
    [Fact]
    public Task The_type() => Verify.Verify(
        """
        [GanObjective(FD = "t", FG = "t")]
        public sealed /* mine */ class {|GAN001:Mine|}; // as it was
        """,
        """
        [GanObjective(FD = "t", FG = "t")]
        public sealed /* mine */ partial class Mine; // as it was
        """);

    [Fact]
    public Task Both_of_its_parts() => Verify.Verify(
        """[GanObjective(FD = "t", FG = "t")] class {|GAN001:Mine|}; class {|CS0101:Mine|};""",
        """[GanObjective(FD = "t", FG = "t")] partial class Mine; partial class Mine;""");

    /// <summary>'ref partial class' would add a mistake of syntax to the one of 'ref'.</summary>
    [Fact]
    public Task A_class_that_is_ref() => Verify.VerifyNone("""ref {|CS1031:class|} Outer { [GanObjective(FD = "t", FG = "t")] public partial class {|GAN002:Mine|}; }""");

    [Fact]
    public Task The_types_around_it_once_for_all_in_them() => Verify.Verify(
        """
        public static class Losses
        {
            public readonly struct Inner
            {
                [GanObjective(FD = "t", FG = "t")] record {|GAN001:{|GAN002:First|}|};
                [GanObjective(FD = "t", FG = "t")] partial class {|GAN002:Second|};
            }
        }
        """,
        """
        public static partial class Losses
        {
            public readonly partial struct Inner
            {
                [GanObjective(FD = "t", FG = "t")] partial record First;
                [GanObjective(FD = "t", FG = "t")] partial class Second;
            }
        }
        """,
        iterations: 1);

    [Fact]
    public Task An_experiment_and_the_type_around_it() => Verify.Verify(
        """
        public class Runs
        {
            [GanExperiment] public sealed class {|GAN090:{|GAN092:First|}|};
        }
        """,
        """
        public partial class Runs
        {
            [GanExperiment] public sealed partial class {|GAN092:First|};
        }
        """);
}
