using System.ComponentModel;
using System.Reflection;
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
