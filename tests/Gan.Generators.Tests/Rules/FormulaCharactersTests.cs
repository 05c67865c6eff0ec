using Basic.Reference.Assemblies;
using Gan.Generators.Analyzers;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Tests.Rules;

/// <summary>Characters of a constant string's value, found in whatever way of writing it.</summary>
public sealed class FormulaCharactersTests
{
    private const string Raw = "\"\"\"";

    [Theory]
    [InlineData("\"soft(«bad»)\"")]
    [InlineData(@"""so\u0066t(«b\u0061d»)""")]
    [InlineData(@"""\t\\\""\x28«\x0062ad»\x29""")]
    [InlineData(@"""\U0001F600 («\U00000062ad»)""")]
    [InlineData(@"""\e\0«bad»\u0020""")]
    [InlineData(@"@""so\n """" («bad»)""")]
    [InlineData("@\"two\r\nlines «bad»\"")]
    [InlineData($"{Raw}soft \"(«bad»){Raw}")]
    [InlineData($"\"\"\"{Raw} \"\"\"\" «bad»\"\"\"{Raw}")]
    [InlineData($"{Raw}\n    soft(\n\n      «bad» \n    )\n    {Raw}")]
    [InlineData($"{Raw}\r\n\tsoft(\r\n\r\n\t«bad»)\r\n\t{Raw}")]
    [InlineData($"{Raw}\n«bad»\n{Raw}")]
    [InlineData("\"soft(\" + (@\"«ba\" + \"d»)\")")]
    [InlineData("nameof(Soft) + \"(«bad»)\"")]
    [InlineData("\"soft(\" + «Name» + \")\"")]
    [InlineData("\"soft(\" + «nameof(bad)» + \")\"")]
    [InlineData("«Name»")]
    [InlineData("«$\"soft({Name})\"»")]
    public void Bad_is_where_it_is_written(string marked)
    {
        var expected = marked.Replace("«", "").Replace("»", "")[marked.IndexOf('«')..(marked.IndexOf('»') - 1)];
        Assert.Equal(expected, Locate(marked.Replace("«", "").Replace("»", ""), static value => (value.IndexOf("bad", StringComparison.Ordinal), 3)));
    }

    [Fact]
    public void What_is_missing_at_the_end_is_shown_at_the_last_character()
        => Assert.Equal(@"\u0029", Locate(@"""soft(t\u0029""", static value => (value.Length, 0)));

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"\" + @\"\"")]
    public void In_an_empty_formula_it_is_all_of_the_expression(string expression)
        => Assert.Equal(expression, Locate(expression, static _ => (0, 0)));

    private static string Locate(string expression, Func<string, (int Start, int Length)> part)
    {
        var tree = CSharpSyntaxTree.ParseText($"class C {{ const string Name = \"bad\"; static int bad, Soft; const string Formula = {expression}; }}");
        var compilation = CSharpCompilation.Create("Tests", [tree], Net100.References.All);
        var node = tree.GetRoot(CancellationToken.None).DescendantNodes().OfType<VariableDeclaratorSyntax>().Last().Initializer!.Value;
        var model = compilation.GetSemanticModel(tree);
        var value = Assert.IsType<string>(model.GetConstantValue(node, CancellationToken.None).Value);
        var (start, length) = part(value);

        return tree.GetText(CancellationToken.None).ToString(FormulaCharacters.Locate(node, start, length, model, CancellationToken.None));
    }
}
