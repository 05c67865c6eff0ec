using System.Reflection;
using Gan.Runtime;

namespace Gan.Experiments.Atlas;

/// <summary>The objectives that a program can be asked about: those it declares, then the catalogue's.</summary>
internal static class AtlasObjectives
{
    private static readonly Type[] s_declared = [typeof(ISeparateObjective), typeof(ICoupledObjective), typeof(IBatchObjective)];

    /// <param name="program">The program's assembly.</param>
    public static IReadOnlyList<IGanObjective> Of(Assembly program) => [.. Declared(program), .. Objectives.All];

    /// <summary>The name of its class. What an objective knows of itself is only made when someone asks for it, which takes long for all of them.</summary>
    public static string NameOf(IGanObjective objective) => objective.GetType().Name;

    // Those that the compiler wrote a part of, and that can be made without arguments, as an experiment makes its own.
    private static IEnumerable<IGanObjective> Declared(Assembly program) =>
        from type in program.GetTypes()
        where s_declared.Any(declared => declared.IsAssignableFrom(type)) && type is { IsAbstract: false, ContainsGenericParameters: false } && type.GetConstructor(Type.EmptyTypes) is not null
        orderby type.Name, type.FullName
        select (IGanObjective)Activator.CreateInstance(type)!;
}
