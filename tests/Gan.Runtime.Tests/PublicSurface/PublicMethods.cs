using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using Gan.Runtime.Tests.PublicSurface.Values;

namespace Gan.Runtime.Tests.PublicSurface;

/// <summary>A public method with the values for what it is called on and for each of its parameters.</summary>
/// <param name="Method">The method or constructor, closed where it is generic.</param>
/// <param name="Slots">What it is called on first, unless it is static; then the parameters.</param>
internal sealed record PublicMethod(MethodBase Method, IReadOnlyList<(string Name, ValueSet Values)> Slots)
{
    /// <summary>Whether it keeps what it gets, as a record does, or is for generated code alone, which passes on options that have been checked.</summary>
    public bool IsUnchecked => Method.DeclaringType!.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null
        || Method.DeclaringType!.GetCustomAttribute<EditorBrowsableAttribute>() is { State: EditorBrowsableState.Never };

    public bool HasReceiver => Method is MethodInfo { IsStatic: false };

    /// <summary>
    /// Whether an exception's parameter name is one that the caller knows: of a parameter, here, of an overload or of a constructor, or of a property of what the method takes, returns
    /// or is called on.
    /// </summary>
    public bool Names(string name) => Slots.Any(slot => slot.Name == name)
        || Overloads.SelectMany(overload => overload.GetParameters()).Any(parameter => parameter.Name == name)
        || Types.SelectMany(type => type.GetProperties()).Any(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private IEnumerable<MethodBase> Overloads =>
        Method.ReflectedType!.GetMembers().OfType<MethodBase>().Where(member => member.IsConstructor || member.Name == Method.Name);

    private IEnumerable<Type> Types => new[] { Method.ReflectedType! }
        .Concat(Method.GetParameters().Select(parameter => parameter.ParameterType))
        .Concat(Method is MethodInfo method ? method.ReturnType.GetProperties().Select(property => property.PropertyType).Prepend(method.ReturnType) : [])
        .SelectMany(type => type.GetGenericArguments().Prepend(type));

    /// <summary>What methods of several classes have in common, as those of all objectives do.</summary>
    public string Signature => $"{Method.Name}({string.Join(", ", Method.GetParameters().Select(parameter => parameter.ParameterType))})";

    public override string ToString() =>
        $"{Method.ReflectedType!.Name}.{Method.Name}({string.Join(", ", Method.GetParameters().Select(parameter => $"{parameter.ParameterType.Name} {parameter.Name}"))})";
}

/// <summary>All that can be called from outside and takes something, or is called on something that can be broken: found, not listed.</summary>
internal static class PublicMethods
{
    public static readonly Assembly Library = typeof(IGanObjective).Assembly;

    public static IEnumerable<PublicMethod> All() =>
        from type in Library.GetExportedTypes()
        where !type.IsEnum
        from method in Methods(type)
        // A record's members and automatic accessors are the compiler's: they keep what they get. Abstract ones have no code.
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
