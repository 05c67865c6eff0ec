using Gan.Dsl;
using Gan.Generators.Declarations;

namespace Gan.Generators.Rules;

/// <summary>What is said of D's output is one of the choices, and what is said to limit D has a name.</summary>
internal static class OutputRules
{
    public static IEnumerable<Finding> Check(ObjectiveDeclaration declaration)
    {
        if (!Enum.IsDefined(typeof(LogitRange), declaration.Logits))
            yield return Unknown(nameof(GanObjectiveAttribute.Logits), declaration.Logits.ToString());
        if (!Enum.IsDefined(typeof(LogitSign), declaration.Sign))
            yield return Unknown(nameof(GanObjectiveAttribute.Sign), declaration.Sign.ToString());
        if (declaration.LimitedBy is "")
            yield return Finding.Of(Descriptors.UnnamedLimit, new FindingTarget.CriticLimit(), declaration.Type.Self.Text);
    }

    private static Finding Unknown(string argument, string choice)
        => Finding.Of(Descriptors.UnknownChoice, new FindingTarget.Objective(argument), "GanObjective", argument, choice);
}
