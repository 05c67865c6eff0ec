using Gan.Generators.Declarations;
using Gan.Generators.Objectives;

namespace Gan.Generators.Rules;

/// <summary>Compiles the declarations that no rule refuses.</summary>
internal static class ObjectiveCompiler
{
    /// <summary>The compiled objective; null where the declaration has an error, which the analyzer reports.</summary>
    public static CompiledObjective? Compile(ObjectiveDeclaration declaration)
        => declaration.LossFunctions.All(static function => function.Body is not null) && LossCompiler.LossesOf(declaration) is { } losses && !ObjectiveRules.HasError(declaration, losses)
            ? new(declaration, losses)
            : null;
}
