using Gan.Generators.Basics;
using Gan.Generators.Declarations;

namespace Gan.Generators.Emission;

/// <summary>The deviation of the noise on samples, which a training loop may change.</summary>
internal static class InstanceNoiseEmitter
{
    public const string Property = "InstanceNoise", Field = "_instanceNoise";

    public static IEnumerable<string> NamesOf(ObjectiveDeclaration declaration) => declaration.InstanceNoise is null ? [] : [Property, Field];

    public static void EmitMembers(SourceWriter writer, ObjectiveDeclaration declaration)
    {
        if (declaration.InstanceNoise is not { } deviation)
            return;
        writer.Write($$"""
            private double {{Field}} = {{CSharp.Literal(deviation)}};
            /// <summary>Gets or sets the standard deviation of the noise on the samples in the steps of both players, finite and at least 0. The default is {{Numbers.Text(deviation)}}.</summary>
            /// <exception cref="{{TypeNames.ArgumentOutOfRange}}">The value is negative or not finite.</exception>
            public double {{Property}} { get => {{Field}}; set => {{Field}} = {{TypeNames.Runtime}}.HyperparameterChecks.NotNegative(value, "{{Property}}"); }
            """).Blank();
    }
}
