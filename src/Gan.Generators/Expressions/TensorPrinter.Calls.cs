namespace Gan.Generators.Expressions;

internal sealed partial class TensorPrinter
{
    private string CallCode(Call call)
    {
        var (function, arguments) = (call.Function, call.Arguments);
        if (function == Functions.Max || function == Functions.Min) return ExtremeCode(function, arguments[0], arguments[1]);
        if (function == Functions.Pow) return PowerCode(arguments[0], arguments[1]);
        if (function.HasScalarOptions && arguments.Skip(1).Any(a => !IsScalar(a))) return Tensor(Simplifier.Simplify(function.Definition!(arguments)), Primary);

        var code = arguments.Select((a, i) => i == 0 ? Tensor(a, Primary) : Scalar(a)).ToArray<object>();
        return string.Format(System.Globalization.CultureInfo.InvariantCulture, function.Tensor, code);
    }

    private string ExtremeCode(Function function, Expr a, Expr b)
    {
        if (IsScalar(a)) (a, b) = (b, a);
        if (!IsScalar(b)) return string.Format(System.Globalization.CultureInfo.InvariantCulture, function.Tensor, Tensor(a, Primary), Tensor(b, 0));

        // threshold has relu's slope of 0 where both are equal; clamp would give 1 there.
        if (function == Functions.Max) return $"{Tensor(a, Primary)}.threshold({Scalar(b)}, {Scalar(b)})";
        var bound = Scalar(Simplifier.Simplify(-b));
        return $"{Tensor(a, Primary)}.neg().threshold({bound}, {bound}).neg()";
    }

    private string PowerCode(Expr x, Expr exponent)
    {
        var format = Functions.Pow.Tensor;
        var power = IsScalar(exponent) ? Scalar(exponent) : Tensor(exponent, 0);
        return string.Format(System.Globalization.CultureInfo.InvariantCulture, format, Tensor(x, Primary), power);
    }
}
