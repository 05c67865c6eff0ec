using System.Linq.Expressions;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.PublicSurface.Values;

/// <summary>A caller's functions, of whatever arguments, that return a tensor.</summary>
internal static class DelegateValues
{
    public static ValueSet Of(Type type) => new(
        [Of(type, "mean", Mean, isSane: true)],
        [
            ValueSet.Null,
            .. NetworkBodies.Hostile.Select(body => Of(type, body.Name, arguments => body.Of(Samples(arguments), ones([])), body.IsSane)),
        ]);

    private static Value Of(Type type, string name, Func<object?[], Tensor?> body, bool isSane) => new(name, _ => Delegate(type, arguments => Scoped(body, arguments)), isSane);

    private static Tensor? Scoped(Func<object?[], Tensor?> body, object?[] arguments)
    {
        using var scope = NewDisposeScope();
        var result = Run(body, arguments);
        return result is { IsInvalid: false } && !arguments.Contains(result, ReferenceEqualityComparer.Instance) ? result.MoveToOuterDisposeScope() : result;
    }

    /// <summary>What libtorch refuses a caller's function is the caller's own exception.</summary>
    private static Tensor? Run(Func<object?[], Tensor?> body, object?[] arguments)
    {
        try
        {
            return body(arguments);
        }
        catch (ExternalException error)
        {
            throw new CallerException(error);
        }
    }

    /// <summary>The mean of the tensors; of a penalty its gradient's square.</summary>
    private static Tensor Mean(object?[] arguments) => arguments.OfType<nn.Module<Tensor, Tensor>>().FirstOrDefault() is { } network
        ? new R1Penalty().Evaluate(network, arguments.OfType<Tensor>().First(), null)
        : Samples(arguments).mean();

    private static Tensor Samples(object?[] arguments) => arguments.OfType<Tensor>().FirstOrDefault() ?? ones(3, 2).requires_grad_(true).mul(1);

    private static Delegate Delegate(Type type, Func<object?[], Tensor?> body)
    {
        var parameters = type.GetMethod("Invoke")!.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType)).ToArray();
        var arguments = Expression.NewArrayInit(typeof(object), parameters.Select(parameter => Expression.Convert(parameter, typeof(object))));
        return Expression.Lambda(type, Expression.Invoke(Expression.Constant(body), arguments), parameters).Compile();
    }
}
