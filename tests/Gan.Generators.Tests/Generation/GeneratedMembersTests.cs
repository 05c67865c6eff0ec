using System.Reflection;
using Gan.Generators.Declarations;
using Gan.Generators.Emission;

namespace Gan.Generators.Tests.Generation;

public sealed class GeneratedMembersTests
{
    [Fact]
    public void The_names_that_users_must_not_take_are_those_of_members_and_of_what_stands_in_for_them()
    {
        var output = GeneratorRun.Over("""
            using Gan.Dsl;
            [GanObjective(FD = "margin * t + k", FG = "t")] [R1] [R2] [GradientPenalty] [GradientPenalty(At = PenaltyPoint.Fake)] [Dragan] [Drift] [LeCam] [PathLength] [WeightClip]
            public partial class Mine { [Hyperparameter] public double Margin { get; init; } [State(Update = "mean(real)")] public partial double K { get; } }
            """).Output;
        var type = output.GetTypeByMetadataName("Mine")!;
        var written = type.GetMembers().Where(static member => member.CanBeReferencedByName && !member.IsImplicitlyDeclared).Select(static member => member.Name);
        var ofAll = typeof(GanObjectiveMembers).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(static method => method.Name);

        Assert.Equal(
            GeneratedMembers.NamesOf(ObjectiveDeclarationReader.Read(type, output, CancellationToken.None)!).Concat(["Margin", "K", "Equals", "GetHashCode", "ToString"]).Order(StringComparer.Ordinal),
            written.Union(ofAll).Order(StringComparer.Ordinal));
    }
}
