using System.Collections.Immutable;
using System.Composition;
using Gan.Dsl;
using Gan.Generators.Declarations;
using Gan.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Gan.CodeFixes;

/// <summary>Of losses that are declared twice keeps either form, if it is whole.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeepFormFix)), Shared]
public sealed class KeepFormFix : TextFixProvider
{
    private static readonly string[] s_pair = [nameof(GanObjectiveAttribute.FD), nameof(GanObjectiveAttribute.FG)];

    private static readonly string[] s_three = [nameof(GanObjectiveAttribute.Real), nameof(GanObjectiveAttribute.Fake), nameof(GanObjectiveAttribute.Generator)];

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.BothForms.Id];

    private protected override IEnumerable<TextFix> FixesOf(Diagnostic diagnostic, Source source)
    {
        if (source.Around<AttributeSyntax>(diagnostic)?.ArgumentList is not { } list || IsDivergence(list, source))
            return [];
        return new[] { Keep("FD and FG", s_pair, s_three, list), Keep("Real, Fake and Generator", s_three, s_pair, list) }.OfType<TextFix>();
    }

    private static TextFix? Keep(string name, string[] kept, string[] removed, AttributeArgumentListSyntax list)
    {
        var arguments = list.Arguments.Where(argument => !removed.Contains(NameOf(argument))).ToArray();
        if (arguments.Length == list.Arguments.Count || kept.Except(arguments.Select(NameOf)).Any())
            return null;

        var all = TextSpan.FromBounds(list.Arguments[0].SpanStart, list.Arguments.Last().Span.End);
        return new($"Keep {name} only", new TextChange(all, string.Join(", ", arguments.Select(static argument => argument.ToString()))));
    }

    /// <summary>Whether the type has losses by [FDivergence] too, so that it has two forms whatever is kept here.</summary>
    private static bool IsDivergence(AttributeArgumentListSyntax list, Source source)
        => list.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>() is { } type
            && source.Model.GetDeclaredSymbol(type, source.Cancellation)?.GetAttributes().Any(ObjectiveDeclarationReader.IsAttribute<FDivergenceAttribute>) == true;

    private static string NameOf(AttributeArgumentSyntax argument) => argument.NameEquals?.Name.Identifier.ValueText ?? "";
}
