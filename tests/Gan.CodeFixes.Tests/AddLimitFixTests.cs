using AddLimit = Gan.CodeFixes.Tests.CodeFixTest<Gan.CodeFixes.AddLimitFix>;

namespace Gan.CodeFixes.Tests;

public sealed class AddLimitFixTests
{
    private const string Critic = "GanObjective(FD = \"t\", FG = \"t\")";

    [Theory]
    [InlineData(0, "GradientPenalty")]
    [InlineData(1, "R1")]
    [InlineData(2, "WeightClip")]
    public Task A_critic_is_limited_in_one_of_three_ways(int index, string limit) => AddLimit.Verify(
        $"/// <summary>A critic.</summary>\n[{{|GAN073:{Critic}|}}]\npublic sealed partial class Mine;\n",
        $"/// <summary>A critic.</summary>\n[{Critic}]\n[{limit}]\npublic sealed partial class Mine;\n",
        index);

    [Theory]
    [InlineData("[{0}] public sealed partial class Mine;", "[{0}]\n[R1]\npublic sealed partial class Mine;")]
    [InlineData("\r\n[{0}]   public sealed partial class Mine;\r\n", "\r\n[{0}]\r\n[R1]\r\npublic sealed partial class Mine;\r\n")]
    [InlineData("[{0}] // a critic\npublic sealed partial class Mine;", "[{0}] // a critic\n[R1]\npublic sealed partial class Mine;")]
    [InlineData("[{0}] /* a critic */ public sealed partial class Mine;", "[{0}]\n[R1] /* a critic */\npublic sealed partial class Mine;")]
    [InlineData("[System.Obsolete, {0}]\n[System.Serializable]\npartial class Mine;", "[System.Obsolete, {0}]\n[R1]\n[System.Serializable]\npartial class Mine;")]
    [InlineData("partial class Outer\n{\n\t[{0}]\n\tpartial class Mine;\n}", "partial class Outer\n{\n\t[{0}]\n\t[R1]\n\tpartial class Mine;\n}")]
    [InlineData("[{0}]\r\npartial class Mine;", "[{0}]\r\n[R1]\r\npartial class Mine;")]
    public Task On_a_line_of_its_own(string source, string mended) => AddLimit.Verify(
        source.Replace("{0}", $"{{|GAN073:{Critic}|}}", StringComparison.Ordinal), mended.Replace("{0}", Critic, StringComparison.Ordinal), index: 1);

    [Fact]
    public Task Of_the_three_those_that_are_there_are_left_out() => AddLimit.Verify(
        $"[{{|GAN073:{Critic}|}}]\n[GradientPenalty(Weight = 0)]\npartial class Mine;",
        $"[{Critic}]\n[R1]\n[GradientPenalty(Weight = 0)]\npartial class Mine;");

    [Fact]
    public Task All_objectives_at_once() => AddLimit.Verify(
        $$"""
        namespace A
        {
            [{|GAN073:{{Critic}}|}]
            partial class First;
            [{|GAN073:{{Critic}}|}] partial class Second;
        }
        """,
        $$"""
        namespace A
        {
            [{{Critic}}]
            [R1]
            partial class First;
            [{{Critic}}]
            [R1]
            partial class Second;
        }
        """,
        index: 1);
}
