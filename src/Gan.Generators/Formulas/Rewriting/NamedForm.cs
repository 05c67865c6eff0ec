using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Rewriting;

/// <summary>What is written out by exponentials and logarithms, as the one function that it comes to.</summary>
internal static class NamedForm
{
    /// <summary>Longer formulas are not what a name is missed for.</summary>
    public const int MaxSize = 64;

    private static readonly Function[] s_names = [Functions.Softplus, Functions.Sigmoid, Functions.Tanh, Functions.Expm1, Functions.Log1p];

    /// <summary>The call; null where there is none, or it is what was written.</summary>
    public static Call? Of(Expr written)
    {
        if (!written.HasLogit || written.Size > MaxSize || !written.Nodes().Any(IsWrittenOut)) return null;
        var named = StableForm.Rewrite(written) switch
        {
            Call call when s_names.Contains(call.Function) => call,
            Product { Factors: [Constant { Value: -1 }, Call { Function.Name: "softplus" } softplus] } => Functions.LogSigmoid.Of(Simplifier.Simplify(-softplus.Argument)) as Call,
            _ => null,
        };
        return named is not null && !Calls(named.Function, written) ? named : null;
    }

    private static bool IsWrittenOut(Expr node) => node is Call { HasLogit: true, Function.Name: "exp" or "expm1" or "log" or "log1p" };

    /// <summary>Whether the formula is such a call itself, or one with its sign turned: what is written out stands in its argument then.</summary>
    private static bool Calls(Function function, Expr written)
        => (written is Product { Factors: [Constant, Call negated] } ? negated : written) is Call call
            && (call.Function == function || (function == Functions.LogSigmoid && call.Function == Functions.Softplus) || (function == Functions.Softplus && call.Function == Functions.LogSigmoid));
}
