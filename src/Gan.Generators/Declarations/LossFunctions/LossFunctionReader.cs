using Gan.Dsl;
using Gan.Generators.Basics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Declarations.LossFunctions;

/// <summary>Reads the methods of one type that are marked <see cref="LossFunctionAttribute"/>, each once, callees before their callers.</summary>
internal sealed class LossFunctionReader
{
    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellation;
    private readonly IReadOnlyList<IMethodSymbol> _methods;
    private readonly Dictionary<IMethodSymbol, LossFunctionDeclaration> _read = new(SymbolEqualityComparer.Default);
    private readonly List<IMethodSymbol> _reading = [];

    private LossFunctionReader(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        _compilation = compilation;
        _cancellation = cancellation;
        _methods = [.. Methods(type)];
    }

    /// <summary>The type's loss functions, in the order of <see cref="Methods"/>.</summary>
    public static EquatableArray<LossFunctionDeclaration> Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        if (!OwnSource.Has(compilation, type))
            return CompiledLossFunctions.Read(type);

        if (!Methods(type).Any())
            return default;

        var reader = new LossFunctionReader(type, compilation, cancellation);
        return reader._methods.Select(reader.Read).ToEquatableArray();
    }

    /// <summary>The marked methods, in the order of the source.</summary>
    public static IEnumerable<IMethodSymbol> Methods(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol { IsImplicitlyDeclared: false } method && method.GetAttributes().Any(ObjectiveDeclarationReader.IsAttribute<LossFunctionAttribute>))
                yield return method;
        }
    }

    /// <summary>The declaration that holds the method's body; null where there is none.</summary>
    public static MethodDeclarationSyntax? Syntax(IMethodSymbol method, CancellationToken cancellation)
        => (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) as MethodDeclarationSyntax;

    /// <summary>The function behind a call in a body; null where the method called is none of this type's.</summary>
    public LossFunctionDeclaration? Find(IMethodSymbol callee) => _methods.Contains(callee, SymbolEqualityComparer.Default) ? Read(callee) : null;

    /// <summary>The calls by which reading came to <paramref name="callee"/>, which is being read; none where it is not.</summary>
    public IReadOnlyList<string> CallsFrom(IMethodSymbol callee)
        => [.. _reading.SkipWhile(method => !SymbolEqualityComparer.Default.Equals(method, callee)).Select(static method => method.Name)];

    /// <summary>How many functions wait for one that they call.</summary>
    public int Depth => _reading.Count;

    private LossFunctionDeclaration Read(IMethodSymbol method)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (_read.TryGetValue(method, out var known))
            return known;

        _reading.Add(method);
        var declaration = Translate(method);
        _reading.RemoveAt(_reading.Count - 1);
        _read.Add(method, declaration);
        return declaration;
    }

    private LossFunctionDeclaration Translate(IMethodSymbol method)
    {
        var syntax = Syntax(method, _cancellation);
        var header = LossFunctionHeader.Of(method, hasBody: syntax is { Body: not null } or { ExpressionBody: not null });
        var parameters = LossFunctionHeader.Parameters(method);
        if (!header.IsFit)
            return new(header, parameters, default, null, default);

        var model = _compilation.GetSemanticModel(syntax!.SyntaxTree);
        var translator = new BodyTranslator(this, method, model, _cancellation);
        var body = translator.Translate(syntax);
        header = header with { IsSingle = header.IsSingle || translator.UsesSingle };
        return new(header, parameters, translator.Calls.Distinct().ToEquatableArray(), body, translator.Errors.Distinct().OrderBy(static e => e.Start).Select(e => e with { Start = e.Start - syntax.SpanStart }).ToEquatableArray());
    }
}
