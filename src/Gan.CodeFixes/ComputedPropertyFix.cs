using System.Collections.Immutable;
using System.Composition;
using Gan.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Gan.CodeFixes;

/// <summary>Makes a hyperparameter with a schedule, or a state, a partial property with a getter only, and removes what else says its value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ComputedPropertyFix)), Shared]
public sealed class ComputedPropertyFix : TextFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.ScheduledProperty.Id, Descriptors.StateProperty.Id, Descriptors.StateIsMore.Id];

    private protected override IEnumerable<TextFix> FixesOf(Diagnostic diagnostic, Source source)
    {
        if (source.Around<PropertyDeclarationSyntax>(diagnostic) is not { } property)
            return [];
        return diagnostic.Id == Descriptors.StateIsMore.Id ? OneAttributeOf(property, source) : [Computed(property)];
    }

    private static TextFix Computed(PropertyDeclarationSyntax property)
    {
        var value = new TextChange(TextSpan.FromBounds(property.Identifier.Span.End, property.Span.End), " { get; }");
        return property.Modifiers.Any(SyntaxKind.PartialKeyword)
            ? new("Give it a getter only", value)
            : new("Make it partial, with a getter only", new TextChange(new(property.Type.SpanStart, 0), "partial "), value);
    }

    /// <summary>The other attribute, where there is one: the second of two would stay.</summary>
    private static IEnumerable<TextFix> OneAttributeOf(PropertyDeclarationSyntax property, Source source)
    {
        AttributeSyntax[] others = [.. property.AttributeLists.SelectMany(static list => list.Attributes).Where(static attribute => attribute.Name.ToString().Split('.', ':').Last() is "Hyperparameter" or "HyperparameterAttribute" or "Schedule" or "ScheduleAttribute")];
        if (others.Length == 1)
            yield return new($"Remove [{others[0].Name}]", Removal.Of(others[0], source.Text));
    }
}
