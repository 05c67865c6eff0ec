using System.Collections.Immutable;
using Gan.Generators.Declarations;
using Gan.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Gan.Generators.Analyzers;

/// <summary>
/// A gradient penalty is about the gradient of each sample's own logit. Batch normalisation makes every logit depend on every sample,
/// so where an objective with a penalty meets a discriminator whose source constructs BatchNorm, it says so.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BatchNormAnalyzer : DiagnosticAnalyzer
{
    private const string DiscriminatorParameter = "discriminator";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.PenaltyWithBatchNorm, Descriptors.AnalysisFailed];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(
            static operation =>
            {
                var call = (IInvocationOperation)operation.Operation;
                foreach (var diagnostic in Guarded.Diagnostics(call.TargetMethod.Name, call.Syntax.GetLocation(), () => DiagnosticsOf(call, operation.Compilation, operation.CancellationToken)))
                    operation.ReportDiagnostic(diagnostic);
            },
            OperationKind.Invocation);
    }

    private static IEnumerable<Diagnostic> DiagnosticsOf(IInvocationOperation call, Compilation compilation, CancellationToken cancellation)
    {
        if (!EvaluatesPenalties(call.TargetMethod)
            || call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == DiscriminatorParameter) is not { } discriminator
            || ObjectiveOf(call) is not { } type
            || ObjectiveDeclarationReader.Read(type, compilation, cancellation) is not { } objective
            || objective.Penalties.Select(static penalty => penalty.Pull).FirstOrDefault(static pull => pull is not null) is not { } penalty
            || DiscriminatorSource.BatchNormIn(discriminator.Value, cancellation) is not { } batchNorm)
        {
            yield break;
        }

        yield return Diagnostic.Create(
            Descriptors.PenaltyWithBatchNorm, discriminator.Value.Syntax.GetLocation(), penalty.Name, objective.Type.Self.Text, batchNorm);
    }

    /// <summary>The steps with a condition or with several discriminators are extension methods.</summary>
    private static INamedTypeSymbol? ObjectiveOf(IInvocationOperation call)
        => call is { TargetMethod.IsExtensionMethod: true, Arguments: [var receiver, ..] }
            ? (receiver.Value is IConversionOperation conversion ? conversion.Operand : receiver.Value).Type as INamedTypeSymbol
            : call.TargetMethod.ContainingType;

    private static bool EvaluatesPenalties(IMethodSymbol method)
        => method.Name == "DiscriminatorTerms" || method.Name.EndsWith("Penalty", StringComparison.Ordinal);
}
