using System.Text;
using Gan.Runtime.Cuda.Tracing;

namespace Gan.Runtime.Cuda.Kernels;

/// <summary>A formula in CUDA C: a structure of its hyperparameters' numbers, with loss, unit and slope of a logit.</summary>
internal static class FormulaStructure
{
    public static string Of(string name, FormulaTrace formula, bool isDouble)
    {
        var graph = formula.Graph;
        var statements = new Statements(graph, "t", isDouble);
        var infix = new Infix(graph);
        var text = new StringBuilder();
        text.Append("// Of a logit t").Append(formula.HasLogarithm ? ", where the whole loss is loss + logarithm_weight * log(1 + unit):\n" : ":\n");
        foreach (var (part, value) in infix.Parts)
            text.Append("//   ").Append(part).Append(" = ").Append(value).Append('\n');
        text.Append("//   loss = ").Append(infix.Output(0)).Append('\n');
        if (formula.HasLogarithm)
            text.Append("//   unit = ").Append(infix.Output(1)).Append('\n');
        text.Append("//   slope = ").Append(infix.Output(2)).Append('\n');
        text.Append("struct ").Append(name).Append("\n{\n");
        text.Append("    static const bool has_logarithm = ").Append(formula.HasLogarithm ? "true" : "false").Append(";\n");
        text.Append("    double logarithm_weight;\n");
        for (var i = 0; i < graph.Coefficients.Count; i++)
            text.Append("    double ").Append(Statements.Coefficient(i)).Append(";\n");
        text.Append("\n    __device__ __forceinline__ void evaluate(number t, number& loss, number& unit, number& slope) const\n    {\n");
        text.Append(statements.Text("        "));
        text.Append("        loss = ").Append(statements.Output(0)).Append(";\n");
        text.Append("        unit = ").Append(statements.Output(1)).Append(";\n");
        text.Append("        slope = ").Append(statements.Output(2)).Append(";\n    }\n};\n");
        return text.ToString();
    }
}
