using System.Reflection;
using System.Runtime.Loader;
using Gan.Generators.Formulas.Reading;
using Gan.Runtime.Testing;

namespace Gan.Generators.Tests.Generation;

/// <summary>An objective compiled into memory, with the methods it was written with and the formulas that were read from them.</summary>
internal sealed class CompiledMethod
{
    private readonly ILossFunctions _objective;

    // The generator's assembly has attributes of these names too: they are read by name.
    private CompiledMethod(ILossFunctions objective, CustomAttributeData read)
    {
        _objective = objective;
        Formula = (string)read.ConstructorArguments[1].Value!;
    }

    /// <summary>What was read from the method, as the generated attribute tells it.</summary>
    public string Formula { get; }

    /// <summary>The function <c>F</c> among these members of an objective, whose formulas are F(t).</summary>
    public static CompiledMethod F(string members)
    {
        var run = GeneratorRun.Over($$"""
            using System; using Gan.Dsl;
            [GanObjective(FD = "F", FG = "F")]
            public sealed partial class Mine { {{members}} }
            """);
        using var image = new MemoryStream();
        Assert.True(run.Output.Emit(image).Success);
        image.Position = 0;
        var type = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image).GetType("Mine")!;
        return new(
            (ILossFunctions)Activator.CreateInstance(type)!,
            type.GetCustomAttributesData().Single(static a => a.AttributeType.Name == "CompiledLossFunctionAttribute" && a.ConstructorArguments[0].Value as string == "F"));
    }

    /// <summary>What the method itself returns.</summary>
    public double Run(double logit) => _objective.Evaluate("F", [logit]);

    /// <summary>What the formula is.</summary>
    public double Read(double logit) => FormulaParser.Parse(Formula, []).Expression!.Evaluate(logit);
}
