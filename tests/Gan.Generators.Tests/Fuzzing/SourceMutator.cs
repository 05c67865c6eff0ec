using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Gan.Generators.Tests.Fuzzing;

/// <summary>Changes a source in one place: a token, a syntax node, or what stands around a type.</summary>
internal static class SourceMutator
{
    private static readonly string[] s_tokens =
    [
        ";", ",", "(", ")", "{", "}", "[", "]", "<", ">", "=", "=>", ".", ":", "?", "*", "&", "!", "-", "public", "private", "internal", "protected", "static", "sealed", "abstract", "partial", "file", "readonly", "required", "const", "override",
        "virtual", "new", "unsafe", "async", "extern", "ref", "in", "out", "params", "class", "struct", "record", "interface", "enum", "delegate", "namespace", "using", "global", "double", "float", "int", "decimal", "string", "void", "dynamic",
        "null", "default", "this", "base", "typeof", "t", "1", "\"\"", "/*", "//", "\n#if X\n", "\n#endif\n", "\n#nullable disable\n", "\n#pragma warning disable\n", "\n#line 5 \"x.cs\"\n", "\n#region\n", "\n/// <summary><x</summary>\n", "get;", "set;", "init;",
    ];

    private static readonly string[] s_modifiers = ["public", "private", "internal", "protected", "static", "sealed", "abstract", "partial", "file", "readonly", "required", "const", "override", "virtual", "new", "unsafe", "extern", "ref", "private protected"];

    private static readonly string[] s_containers =
    [
        "partial class {0}", "partial struct {0}", "partial record {0}", "partial interface {0}", "static partial class {0}", "file partial class {0}", "class {0}", "partial class {0}<T>", "partial class {0}<T, @class> where T : class, new()",
        "public partial record struct {0}<T> where T : unmanaged", "partial ref struct {0}", "readonly partial struct {0}", "abstract partial class {0}", "namespace {0}", "public partial interface {0}<in T>", "public partial class {0}<T> where T : notnull, System.IComparable<T>", "partial class {0}(int x)", "enum {0}",
    ];

    private static readonly string[] s_headers = ["partial class", "sealed partial class", "partial record", "partial struct", "partial record struct", "partial interface", "static partial class", "class", "record class", "public readonly partial struct"];

    private static readonly string[] s_parameters = ["<T>", "<T, U>", "<in T>", "<@class>", "<T> where T : class", "<T> where T : struct", "<T> where T : new()", "(double x)", "(double X = 1)", " : System.IDisposable", " : System.Attribute", " : object", "<T> where T : IGanObjective, allows ref struct", " : Hinge"];

    private static readonly Lazy<Dictionary<Type, string[]>> s_parts = new(static () => Seeds.Sources
        .SelectMany(static source => CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes())
        .Select(static node => (Kind: KindOf(node), Text: node.ToString()))
        .Where(static part => part.Kind is not null && part.Text.Length < 600)
        .Distinct()
        .GroupBy(static part => part.Kind!, static part => part.Text)
        .ToDictionary(static group => group.Key, static group => group.ToArray()));

    public static string Mutate(string source, RandomNumbers random)
    {
        var root = CSharpSyntaxTree.ParseText(source).GetCompilationUnitRoot();
        var change = random.Next(13) switch
        {
            0 or 1 => Token(root, random),
            2 or 3 or 4 => Node(root, random),
            5 or 6 => Modifier(root, random),
            7 => Container(root, random),
            8 => Header(root, random),
            9 or 10 => Name(root, random),
            11 => Member(root, random),
            _ => Text(root, random),
        };
        return change is null ? source : SourceText.From(source).WithChanges(change).ToString();
    }

    private static TextChange[]? Token(CompilationUnitSyntax root, RandomNumbers random)
    {
        var tokens = root.DescendantTokens().Where(static token => token.Span.Length > 0).ToArray();
        if (tokens.Length < 2) return null;
        var (one, other) = (random.Of(tokens), random.Of(tokens));
        return random.Next(6) switch
        {
            0 => [new(one.Span, "")],
            1 => [new(new(one.Span.End, 0), " " + one.Text)],
            2 => one.Span == other.Span ? null : [new(one.Span, other.Text), new(other.Span, one.Text)],
            3 => [new(one.Span, random.Of(s_tokens))],
            4 => [new(one.Span, other.Text)],
            _ => [new(new(one.SpanStart, 0), random.Of(s_tokens) + " ")],
        };
    }

    private static TextChange[]? Node(CompilationUnitSyntax root, RandomNumbers random)
    {
        var nodes = root.DescendantNodes().Where(static node => KindOf(node) is not null).ToArray();
        if (nodes.Length == 0) return null;
        var one = random.Of(nodes);
        var alike = nodes.Where(node => KindOf(node) == KindOf(one) && !node.Span.IntersectsWith(one.Span)).ToArray();
        return random.Next(4) switch
        {
            0 => [new(one is AttributeSyntax { Parent: AttributeListSyntax { Attributes.Count: 1 } list } ? list.Span : one.Span, "")],
            1 => [new(new(one.Span.End, 0), (one is AttributeSyntax or AttributeArgumentSyntax or ArgumentSyntax or ParameterSyntax ? ", " : " ") + one)],
            2 when alike.Length > 0 && random.Of(alike) is var other => [new(one.Span, other.ToString()), new(other.Span, one.ToString())],
            _ => [new(one.Span, random.Of(s_parts.Value[KindOf(one)!]))],
        };
    }

    private static TextChange[]? Modifier(CompilationUnitSyntax root, RandomNumbers random)
    {
        if (MemberOf(root, random) is not { } member) return null;
        if (member.Modifiers.Count > 0 && random.OneIn(2))
            return [new(random.Of(member.Modifiers).Span, random.OneIn(2) ? "" : random.Of(s_modifiers))];
        var start = member.Modifiers.Count > 0 ? member.Modifiers[0].SpanStart : member.AttributeLists.Count > 0 ? member.AttributeLists.Last().Span.End : member.SpanStart;
        return [new(new(start, 0), $" {random.Of(s_modifiers)} ")];
    }

    private static TextChange[]? Container(CompilationUnitSyntax root, RandomNumbers random)
        => TypeOf(root, random) is { } type
            ? [new(new(type.SpanStart, 0), string.Format(null, random.Of(s_containers), random.OneIn(2) ? "Outer" : random.Of(HostileValues.Names)) + " { "), new(new(type.Span.End, 0), " }")]
            : null;

    private static TextChange[]? Header(CompilationUnitSyntax root, RandomNumbers random)
    {
        if (TypeOf(root, random) is not { } type) return null;
        return random.OneIn(2)
            ? [new(TextSpan.FromBounds(type.Modifiers.Count > 0 ? type.Modifiers[0].SpanStart : type.Keyword.SpanStart, type.Identifier.SpanStart), random.Of(s_headers) + " ")]
            : [new(new(type.Identifier.Span.End, 0), random.Of(s_parameters))];
    }

    /// <summary>Everywhere, or in one place only.</summary>
    private static TextChange[]? Name(CompilationUnitSyntax root, RandomNumbers random)
    {
        var names = root.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).ToArray();
        if (names.Length == 0) return null;
        var (name, other) = (random.Of(names), random.OneIn(3) ? random.Of(names).Text : random.Of(HostileValues.Names));
        return random.OneIn(3) ? [new(name.Span, other)] : [.. names.Where(token => token.ValueText == name.ValueText).Select(token => new TextChange(token.Span, other))];
    }

    /// <summary>A member of another source, or one with a name that is generated.</summary>
    private static TextChange[]? Member(CompilationUnitSyntax root, RandomNumbers random)
    {
        if (TypeOf(root, random) is not { } type) return null;
        var member = random.OneIn(2) ? random.Of(s_parts.Value[typeof(MemberDeclarationSyntax)]) : OwnMember(random);
        return type.OpenBraceToken.Span.Length > 0 ? [new(new(type.OpenBraceToken.Span.End, 0), $" {member} ")]
            : type.SemicolonToken.Span.Length > 0 ? [new(type.SemicolonToken.Span, $" {{ {member} }}")]
            : null;
    }

    private static string OwnMember(RandomNumbers random)
    {
        var name = random.Of(HostileValues.Names);
        return random.Next(10) switch
        {
            0 => $"public int {name} => 1;",
            1 => $"public void {name}() {{ }}",
            2 => $"public const double {name} = {random.Of(HostileValues.Doubles)};",
            3 => $"class {name};",
            4 => $"[Hyperparameter] public double {name} {{ get; init; }} = {random.Of(HostileValues.Doubles)};",
            5 => $"[Hyperparameter] public partial double {name} {{ get; init; }}",
            6 => $"event System.Action {name};",
            7 => $"static readonly double {name} = {random.Of(HostileValues.Doubles)};",
            8 => $"[LossFunction] static double {name}(double t) => t;",
            _ => $"enum {name} {{ A }}",
        };
    }

    /// <summary>What a string says.</summary>
    private static TextChange[]? Text(CompilationUnitSyntax root, RandomNumbers random)
    {
        var texts = root.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.StringLiteralToken)).ToArray();
        if (texts.Length == 0) return null;
        var text = random.Of(texts);
        return [new(text.Span, HostileValues.Literal(random.OneIn(3) ? random.Of(Seeds.Formulas) : FormulaSamples.Disturbed(text.ValueText, random), random))];
    }

    private static MemberDeclarationSyntax? MemberOf(CompilationUnitSyntax root, RandomNumbers random)
        => root.DescendantNodes().OfType<MemberDeclarationSyntax>().Where(static member => member is not BaseNamespaceDeclarationSyntax).ToArray() is { Length: > 0 } members ? random.Of(members) : null;

    private static TypeDeclarationSyntax? TypeOf(CompilationUnitSyntax root, RandomNumbers random)
        => root.DescendantNodes().OfType<TypeDeclarationSyntax>().ToArray() is { Length: > 0 } types ? random.Of(types) : null;

    private static Type? KindOf(SyntaxNode node) => node switch
    {
        BaseNamespaceDeclarationSyntax => null,
        MemberDeclarationSyntax => typeof(MemberDeclarationSyntax),
        AttributeSyntax => typeof(AttributeSyntax),
        AttributeArgumentSyntax => typeof(AttributeArgumentSyntax),
        ParameterSyntax => typeof(ParameterSyntax),
        StatementSyntax => typeof(StatementSyntax),
        TypeSyntax => typeof(TypeSyntax),
        ExpressionSyntax => typeof(ExpressionSyntax),
        _ => null,
    };
}
