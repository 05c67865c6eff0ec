namespace Gan.Generators.Tests.Rules;

/// <summary>Sources of experiments with marks, beside networks and data that are right.</summary>
internal static class ExperimentTest
{
    public const string Usings = """
        using Gan.Experiments;
        using Gan.Runtime;
        using static TorchSharp.torch;

        """;

    public const string Base = "Experiment<LeastSquares, G, D, Points>";

    public const string Parts = Usings + """
        public class Points() : GaussianMixture(GaussianMixture.Ring(), standardDeviation: 0.02);
        [SampleShape(2)] public class Ring : Points;
        [SampleShape(1, 28, 28)] public class Images : Points;

        public class Net(long inputs, long outputs) : nn.Module<Tensor, Tensor>("net")
        {
            private readonly nn.Module<Tensor, Tensor> layer = nn.Linear(inputs, outputs);
            public override Tensor forward(Tensor x) => layer.call(x);
        }

        public class G() : Net(64, 2);
        [SampleShape(2)] public class G2 : G;
        public class D() : Net(2, 1);
        [SampleShape(2)] public class D2 : D;
        [SampleShape(1, 28, 28)] public class DImages : D;
        """;

    /// <summary>What is found must be what is marked; returns the messages.</summary>
    public static IReadOnlyList<string> Verify(string source) => AnalyzerTest.Verify(Usings + source, Parts);

    /// <summary>An experiment with the attributes.</summary>
    public static string Of(string attributes) => $"{attributes} public sealed partial class Mine : {Base};";
}
