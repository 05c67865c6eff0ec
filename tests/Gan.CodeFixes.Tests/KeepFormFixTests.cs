using Verify = Gan.CodeFixes.Tests.CodeFixTest<Gan.CodeFixes.KeepFormFix>;

namespace Gan.CodeFixes.Tests;

public sealed class KeepFormFixTests
{
    private const string Both = """{|GAN011:GanObjective(Real = "-t", FD = "t", Fake = "t", FG = "2 * t", Generator = "-t")|}""";

    [Theory]
    [InlineData(Both, 0, """GanObjective(FD = "t", FG = "2 * t")""")]
    [InlineData(Both, 1, """GanObjective(Real = "-t", Fake = "t", Generator = "-t")""")]
    [InlineData("""{|GAN011:GanObjective(FD = "t", FG = "t", Real = "t")|}""", 0, """GanObjective(FD = "t", FG = "t")""")]
    public Task A_whole_form(string attribute, int index, string mended)
        => Verify.Verify($"[{attribute}] partial class Mine;", $"[{mended}] partial class Mine;", index);

    [Fact]
    public Task The_divergence_would_stay() => Verify.VerifyNone("""[{|GAN011:GanObjective(FD = "t", FG = "t", Real = "t")|}, FDivergence("u * log(u)")] partial class Mine;""");

    [Fact]
    public Task None_is_whole() => Verify.VerifyNone("""[{|GAN011:GanObjective(FD = "t", Real = "-t")|}] partial class Mine;""");
}
