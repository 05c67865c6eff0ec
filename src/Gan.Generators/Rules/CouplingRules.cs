using Gan.Dsl;
using Gan.Generators.Declarations;

namespace Gan.Generators.Rules;

/// <summary>A coupled loss is a function of one difference of logits: the symmetric pair declares it, three separate losses cannot.</summary>
internal static class CouplingRules
{
    private static readonly FindingTarget s_coupling = new FindingTarget.Objective(nameof(GanObjectiveAttribute.Coupling));

    public static IEnumerable<Finding> Check(ObjectiveDeclaration declaration)
    {
        if (!Enum.IsDefined(typeof(Coupling), declaration.Coupling))
        {
            yield return Finding.Of(Descriptors.UnknownChoice, s_coupling, "GanObjective", nameof(GanObjectiveAttribute.Coupling), declaration.Coupling.ToString());
        }
        else if (declaration.Coupling != Coupling.None && declaration.Formulas is { HasThree: true, HasPair: false })
        {
            var given = string.Join(" and ", declaration.Formulas.Given.Select(static formula => formula.Argument));
            yield return Finding.Of(Descriptors.CoupledForm, s_coupling, declaration.Coupling.ToString(), declaration.Type.Self.Text, given);
        }
    }
}
