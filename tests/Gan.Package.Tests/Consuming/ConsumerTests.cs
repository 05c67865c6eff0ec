using System.Globalization;

namespace Gan.Package.Tests.Consuming;

[Collection(nameof(PackedPackage))]
public class ConsumerTests(PackedPackage package)
{
    private const string Declaration = """
        using Gan.Dsl;
        using Gan.Runtime;
        using TorchSharp;

        using var logits = torch.zeros(4);
        using var mine = new Mine().DiscriminatorLoss(logits, logits);
        using var hinge = Objectives.Hinge.DiscriminatorLoss(logits, logits);
        Console.WriteLine(FormattableString.Invariant($"losses {mine.item<float>():R} {hinge.item<float>():R}"));

        [GanObjective(FD = "softplus(t)", FG = "softplus(t)")]
        [R1(Gamma = 10, Every = 16)]
        internal sealed partial class Mine;
        """;

    [Fact]
    public void AProgramWithThePackageBuildsWithoutAWarningAndComputesItsLoss()
    {
        using var consumer = new ConsumerProject(package, Declaration);

        var (exitCode, output) = consumer.Build();
        Assert.True(exitCode == 0, output);
        var (exitCodeOfRun, outputOfRun) = consumer.Run();
        Assert.True(exitCodeOfRun == 0, outputOfRun);

        var losses = outputOfRun.Split(' ');
        Assert.Equal("losses", losses[0]);
        Assert.Equal(2 * Math.Log(2), double.Parse(losses[1], CultureInfo.InvariantCulture), 1e-6);
        Assert.Equal(2, double.Parse(losses[2], CultureInfo.InvariantCulture), 1e-6);
        AssertRelaxed(Path.Combine(consumer.Output, "libLibTorchSharp.so"));
    }

    [Fact]
    public void AMisspeltFunctionIsAnErrorForItsUserToo()
    {
        using var consumer = new ConsumerProject(package, Declaration.Replace("FD = \"softplus", "FD = \"softplos"));

        var (exitCode, output) = consumer.Build();

        Assert.NotEqual(0, exitCode);
        Assert.Contains("Program.cs(10,21): error GAN016:", output);
    }

    private static void AssertRelaxed(string library)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var shipped = File.ReadAllBytes(Places.TorchSharpLibrary);
        var taken = File.ReadAllBytes(library);
        Assert.Single(Enumerable.Range(0, shipped.Length), i => taken[i] != shipped[i]);
    }
}
