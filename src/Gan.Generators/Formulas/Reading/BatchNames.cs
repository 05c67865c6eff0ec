using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Reading;

/// <summary>The names by which formulas speak of whole batches of logits.</summary>
internal static class BatchNames
{
    /// <summary>Why a formula of a logit alone has no batches.</summary>
    public const string NotHere = "only Real, Fake, Generator and the Update of a state have batches";

    /// <summary>The functions that take a batch, or stop a gradient that goes through one.</summary>
    public static IEnumerable<string> Functions => BatchFunctions.Names.Append(Detach.Instance.Name);

    public static BatchSide? SideOf(string name)
        => name == Statistic.NameOf(BatchSide.Real) ? BatchSide.Real : name == Statistic.NameOf(BatchSide.Fake) ? BatchSide.Fake : null;
}
