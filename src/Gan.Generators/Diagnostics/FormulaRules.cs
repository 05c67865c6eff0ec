using Gan.Generators.Declarations;

namespace Gan.Generators.Diagnostics;

/// <summary>The losses must be declared in one form, whole.</summary>
internal static class FormulaRules
{
    private static readonly FindingTarget s_objective = new FindingTarget.Objective();

    public static IEnumerable<Finding> Check(ObjectiveDeclaration declaration)
    {
        var texts = declaration.Formulas;
        var name = declaration.Type.Self.Text;
        var pair = new Form((nameof(texts.FD), texts.FD), (nameof(texts.FG), texts.FG));
        var three = new Form((nameof(texts.Real), texts.Real), (nameof(texts.Fake), texts.Fake), (nameof(texts.Generator), texts.Generator));

        if (pair.Given.Count == 0 && three.Given.Count == 0)
            yield return Finding.Of(Descriptors.NoFormula, s_objective, name);
        else if (pair.Given.Count > 0 && three.Given.Count > 0)
            yield return Finding.Of(Descriptors.BothForms, s_objective, name, List(pair.Given), List(three.Given));
        else if ((pair.Given.Count > 0 ? pair : three) is { Missing.Count: > 0 } incomplete)
            yield return Finding.Of(Descriptors.IncompleteForm, s_objective, name, List(incomplete.Given), List(incomplete.Missing));
    }

    private static string List(IReadOnlyList<string> names) => string.Join(" and ", names);

    /// <summary>The arguments that together declare the losses.</summary>
    private sealed class Form(params (string Argument, string? Text)[] parts)
    {
        public IReadOnlyList<string> Given { get; } = [.. parts.Where(static part => part.Text is not null).Select(static part => part.Argument)];

        public IReadOnlyList<string> Missing { get; } = [.. parts.Where(static part => part.Text is null).Select(static part => part.Argument)];
    }
}
