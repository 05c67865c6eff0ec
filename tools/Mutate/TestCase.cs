using System.Reflection;

namespace Mutate;

/// <summary>A test of xunit: a fact, or a theory with one row of its data.</summary>
internal sealed record TestCase(MethodInfo Method, object?[] Arguments, int Row)
{
    public string Name => $"{Method.DeclaringType!.FullName}:{Method.Name}#{Row}";

    public static string ClassOf(string name) => name[..name.IndexOf(':', StringComparison.Ordinal)];

    /// <summary>The tests of an assembly whose names contain one of the words.</summary>
    public static IEnumerable<TestCase> In(Assembly assembly, IReadOnlyCollection<string> words)
        => from type in assembly.GetTypes()
           where type is { IsAbstract: false, IsPublic: true } && type.GetConstructor([]) is not null
           from method in type.GetMethods()
           where words.Any(word => $"{type.FullName}.{method.Name}".Contains(word, StringComparison.Ordinal))
           from test in Of(method)
           select test;

    /// <summary>Runs it to its end; it throws what the test throws.</summary>
    public void Run()
    {
        var instance = Activator.CreateInstance(Method.DeclaringType!);
        try
        {
            if (Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, Arguments, null) is Task task) task.GetAwaiter().GetResult();
        }
        finally
        {
            (instance as IDisposable)?.Dispose();
        }
    }

    private static IEnumerable<TestCase> Of(MethodInfo method)
    {
        // The attributes are those of the tests' own xunit: they are known by name.
        var attributes = method.GetCustomAttributes().ToList();
        if (attributes.Any(static a => a.GetType().Name == "FactAttribute")) return [new(method, [], 0)];
        if (!attributes.Any(static a => a.GetType().Name == "TheoryAttribute")) return [];
        var rows = attributes.Where(static a => a.GetType().Name is "InlineDataAttribute" or "MemberDataAttribute")
            .SelectMany(a => ((IEnumerable<object[]>)a.GetType().GetMethod("GetData", [typeof(MethodInfo)])!.Invoke(a, [method])!).ToList());
        return rows.Select((row, i) => new TestCase(method, Complete(method, row), i));
    }

    /// <summary>With the defaults of parameters that a row leaves out, what a last array takes, and numbers in the types that parameters have.</summary>
    private static object?[] Complete(MethodInfo method, object?[] row)
    {
        var parameters = method.GetParameters();
        return [.. parameters.Select((parameter, i) =>
            parameter.IsDefined(typeof(ParamArrayAttribute)) && !(row.Length == parameters.Length && parameter.ParameterType.IsInstanceOfType(row[i])) ? Rest(row, i, parameter.ParameterType.GetElementType()!)
            : i >= row.Length ? parameter.DefaultValue
            : Converted(row[i], parameter.ParameterType))];
    }

    private static Array Rest(object?[] row, int start, Type type)
    {
        var rest = Array.CreateInstance(type, Math.Max(0, row.Length - start));
        for (var i = 0; i < rest.Length; i++) rest.SetValue(Converted(row[start + i], type), i);
        return rest;
    }

    private static object? Converted(object? value, Type type)
        => value is IConvertible and not string && !type.IsInstanceOfType(value) && !type.IsEnum && Nullable.GetUnderlyingType(type) is null && typeof(IConvertible).IsAssignableFrom(type)
            ? Convert.ChangeType(value, type, System.Globalization.CultureInfo.InvariantCulture)
            : value;
}
