using Gan.Generators.Declarations;
using Gan.Generators.Emission;

namespace Gan.Generators.Rules;

/// <summary>The type must be one that can get another part in another file, with room for what is in it, and be constructed.</summary>
internal static class DeclarationRules
{
    private static readonly FindingTarget s_name = new FindingTarget.Type();

    public static IEnumerable<Finding> Check(ObjectiveDeclaration declaration)
    {
        var name = declaration.Type.Self.Text;
        var shape = declaration.Shape;
        if (!shape.IsPartial)
            yield return Finding.Of(Descriptors.NotPartial, s_name, name);
        if (shape.NonPartialContainers.Count > 0)
            yield return Finding.Of(Descriptors.ContainerNotPartial, s_name, name, string.Join("', '", shape.NonPartialContainers));
        if (shape.IsStatic)
            yield return Finding.Of(Descriptors.Static, s_name, name);
        if (shape.IsAbstract)
            yield return Finding.Of(Descriptors.Abstract, s_name, name);
        if (shape.FileLocalType is { } local)
            yield return Finding.Of(Descriptors.FileLocal, s_name, name, local);
        if (shape.BaseObjective is { } other)
            yield return Finding.Of(Descriptors.DerivedObjective, s_name, name, other);
        foreach (var member in shape.MemberNames.Intersect(GeneratedMembers.NamesOf(declaration)))
            yield return Finding.Of(Descriptors.MemberIsGenerated, new FindingTarget.Member(member), name, member, "this member");
        foreach (var member in shape.InheritedNames.Intersect(GeneratedMembers.NamesOf(declaration)))
            yield return Finding.Of(Descriptors.MemberIsGenerated, s_name, name, member, "the member that it inherits");
        foreach (var own in declaration.Type.Self.OwnNames.Intersect(GeneratedMembers.NamesOf(declaration).Concat([nameof(Equals), nameof(GetHashCode), nameof(ToString)])))
            yield return Finding.Of(Descriptors.MemberIsGenerated, s_name, name, own, "the type or type parameter of this name");
        foreach (var member in declaration.Use.Forbidden)
        {
            if (declaration.Hyperparameters.Any(hyperparameter => hyperparameter.Property == member) || declaration.LossFunctions.Any(function => function.Name == member))
                yield return Finding.Of(Descriptors.ForbiddenMember, new FindingTarget.Member(member), name, member);
        }
    }
}
