using System.Reflection;
using TorchSharp;

namespace Gan.Experiments.Checkpoints;

/// <summary>Which code a run was trained by.</summary>
internal static class CodeVersion
{
    /// <summary>
    /// A line for the user's assembly and for each library below it: name, informational version, module version. The last is another for every other source,
    /// and with a deterministic build the same for the same, so that texts which are equal say that the code is.
    /// </summary>
    /// <param name="assembly">The assembly that has the networks and the objective.</param>
    /// <returns>The lines.</returns>
    /// <exception cref="ArgumentNullException">The assembly is null.</exception>
    public static string Of(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        Assembly[] assemblies = [assembly, typeof(CodeVersion).Assembly, typeof(Gan.Runtime.IGanObjective).Assembly, typeof(torch).Assembly];
        return string.Join('\n', assemblies.Distinct().Select(Line));
    }

    /// <summary>The name of an assembly and its informational version.</summary>
    public static string NameAndVersion(Assembly assembly)
    {
        var name = assembly.GetName();
        return $"{name.Name} {assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? name.Version?.ToString() ?? "0"}";
    }

    private static string Line(Assembly assembly) => $"{NameAndVersion(assembly)} {assembly.ManifestModule.ModuleVersionId}";
}
