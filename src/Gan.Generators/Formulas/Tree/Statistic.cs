namespace Gan.Generators.Formulas.Tree;

/// <summary>
/// A statistic of one batch of logits, such as <c>mean(exp(fake))</c>: to a formula of one logit it is a parameter, whose name is its text.
/// </summary>
/// <param name="Function">Which statistic.</param>
/// <param name="Side">Of whose logits.</param>
/// <param name="Element">What it is taken of: a formula whose t is each logit of the side in turn. Other statistics may be in it.</param>
internal sealed record Statistic(BatchFunction Function, BatchSide Side, Expr Element)
    : Parameter($"{Function.Name}({TextPrinter.Print(Element, NameOf(Side))})", Element)
{
    /// <summary>The batch as formulas call it.</summary>
    public static string NameOf(BatchSide side) => side == BatchSide.Real ? "real" : "fake";

    public override int GetHashCode() => base.GetHashCode();

    /// <summary>The same statistic of another formula.</summary>
    public Statistic Of(Expr element) => ReferenceEquals(element, Element) ? this : new(Function, Side, element);
}
