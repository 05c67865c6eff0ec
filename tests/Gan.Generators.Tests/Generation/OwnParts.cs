using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Tests.Generation;

/// <summary>What of an objective's generated source is its own: the formulas in words and as code, hyperparameters, penalties and what is said of them. The rest is that of its shape.</summary>
internal static class OwnParts
{
    private static readonly HashSet<string> s_ofEveryObjective =
    [
        "Info", "LossWeight", "LossPath", "Real", "Fake", "Generator", "GeneratorOfReal", "DiscriminatorLoss", "DiscriminatorRealLoss", "DiscriminatorFakeLoss", "GeneratorLoss",
        "DiscriminatorGradients", "GeneratorGradients", "DiscriminatorTerms", "GeneratorTerms", "ClipWeights", "Penalties", "Equals", "GetHashCode", "ToString",
    ];

    public static string Of(string source)
    {
        var text = new StringBuilder();
        var types = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>().ToArray();
        foreach (var type in types)
        {
            var comment = type.GetLeadingTrivia().ToFullString().Trim();
            if (comment.Length > 0) text.Append(comment).Append('\n');
            text.Append(type.Identifier.ValueText).Append('\n');
            foreach (var member in type.Members.Where(member => type != types[0] || NameOf(member) is { } name && !s_ofEveryObjective.Contains(name)))
                text.Append(Code(member)).Append('\n');
            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A member without what it is called by: a kernel's statements alone.</summary>
    private static string Code(MemberDeclarationSyntax member)
        => member is MethodDeclarationSyntax { Body.Statements: { Count: > 0 } statements } ? string.Join("\n", statements.Select(static statement => "    " + statement)) : Indented(member.ToString());

    /// <summary>Null of the fields behind properties.</summary>
    private static string? NameOf(MemberDeclarationSyntax member) => member switch
    {
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        _ => null,
    };

    private static string Indented(string code) => "    " + code.Replace("global::TorchSharp.torch.", "").Replace("global::Gan.Runtime.", "").Replace("global::System.Collections.Generic.", "");
}
