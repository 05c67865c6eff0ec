using System.Reflection;
using System.Runtime.CompilerServices;
using Gan.Runtime.Tests.PublicSurface.Values;

namespace Gan.Runtime.Tests.PublicSurface;

/// <summary>All that can be called from outside and takes something, or is called on something that can be broken: found, not listed.</summary>
internal static class PublicMethods
{
    public static readonly Assembly Library = typeof(IGanObjective).Assembly;

    // A record's members and automatic accessors are the compiler's: they keep what they get. Abstract ones have no code.
    public static IEnumerable<PublicMethod> All() =>
        from type in Library.GetExportedTypes()
        where !type.IsEnum
        from method in Methods(type)
        where method.DeclaringType!.Assembly == Library && !method.IsAbstract && !method.IsDefined(typeof(CompilerGeneratedAttribute))
        let slots = Slots(type, method)
        where slots.Count > 0
        select new PublicMethod(method, slots);

    private static IEnumerable<MethodBase> Methods(Type type)
    {
        // What an abstract class inherits to others is called on those.
        var methods = type.GetMethods(BindingFlags.Public | BindingFlags.Static | (type is { IsAbstract: true, IsInterface: false } ? 0 : BindingFlags.Instance)).Select(Closed);
        return type.IsAbstract ? methods : methods.Concat<MethodBase>(type.GetConstructors());
    }

    /// <summary>A generic method with the first type of the library that each of its parameters allows.</summary>
    private static MethodInfo Closed(MethodInfo method) => method.IsGenericMethodDefinition && !method.IsAbstract
        ? method.MakeGenericMethod([.. method.GetGenericArguments().Select(parameter => Library.GetTypes().First(type => Fits(type, parameter)))])
        : method;

    private static bool Fits(Type type, Type parameter) =>
        type is { IsValueType: true, ContainsGenericParameters: false } && parameter.GetGenericParameterConstraints().All(constraint => constraint.IsAssignableFrom(type));

    private static List<(string, ValueSet)> Slots(Type type, MethodBase method)
    {
        var parameters = method.GetParameters().Select(parameter => (parameter.Name!, ArgumentValues.Of(parameter.ParameterType, parameter.Name!)));
        return method is MethodInfo { IsStatic: false } ? [("this", Receivers(type)), .. parameters] : [.. parameters];
    }

    private static ValueSet Receivers(Type type)
    {
        var values = ArgumentValues.Of(type, "this");
        return values with { Hostile = [.. values.Hostile.Where(value => value != ValueSet.Null)] };
    }
}
