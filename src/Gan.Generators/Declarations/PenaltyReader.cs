using Gan.Dsl;
using Gan.Generators.Basics;
using Gan.Generators.Declarations.LossFunctions;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Penalties;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Declarations;

/// <summary>Reads the penalty attributes.</summary>
internal static class PenaltyReader
{
    public static bool IsPenalty(AttributeData attribute) => KindOf(attribute) is not null || CustomPenaltyReader.Is(attribute);

    /// <summary>The penalty that <paramref name="attribute"/> declares; null where it is another attribute.</summary>
    public static Penalty? Read(AttributeData attribute, Compilation compilation) => CustomPenaltyReader.Is(attribute) ? CustomPenaltyReader.Read(attribute, compilation) : KindOf(attribute)?.Read(new(attribute));

    /// <summary>The penalties with their formulas read, those whose weight a hyperparameter gives with its default.</summary>
    public static EquatableArray<Penalty> AtDefaults(
        IEnumerable<Penalty> penalties, EquatableArray<HyperparameterDeclaration> hyperparameters, EquatableArray<LossFunctionDeclaration> functions, EquatableArray<NamedConstant> constants)
        => penalties.Select(penalty => PenaltyFormulaReader.Read(
            penalty.AtDefaultsOf(property => hyperparameters.FirstOrDefault(h => h.Property == property)?.Default), hyperparameters, [.. functions.Select(static function => function.Function)], constants)).ToEquatableArray();

    public static double ClipLimit(AttributeData attribute)
        => attribute.ConstructorArguments is [{ Value: double limit }] ? limit : new WeightClipAttribute().Limit;

    /// <summary>An editor asks this of every attribute at each key stroke: nothing is allocated.</summary>
    private static PenaltyKind? KindOf(AttributeData attribute)
    {
        foreach (var kind in PenaltyTable.All)
        {
            if (ObjectiveDeclarationReader.IsAttribute(attribute, kind.AttributeName))
                return kind;
        }

        return null;
    }
}
