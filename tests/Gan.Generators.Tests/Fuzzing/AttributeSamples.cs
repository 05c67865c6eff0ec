using System.Reflection;
using System.Text.RegularExpressions;

namespace Gan.Generators.Tests.Fuzzing;

/// <summary>Attributes of the language with random arguments, right and wrong: each class and property of them, read by reflection.</summary>
internal static partial class AttributeSamples
{
    private static readonly Type[] s_attributes = [.. typeof(GanObjectiveGenerator).Assembly.GetTypes()
        .Where(static type => type.Namespace == "Gan.Dsl" && type.IsSubclassOf(typeof(Attribute)))
        .OrderBy(static type => type.Name, StringComparer.Ordinal)];

    private static readonly string[] s_formulas = ["FD", "FG", "Real", "Fake", "Generator"];

    /// <summary>What may stand on a type.</summary>
    private static readonly Type[] s_ofTypes = [.. s_attributes.Where(static type => (TargetsOf(type) & AttributeTargets.Class) != 0)];

    private static readonly Type[] s_ofMembers = [.. s_attributes.Where(static type => TargetsOf(type) is AttributeTargets.Property or AttributeTargets.Method)];

    /// <summary>A type with attributes on it and on its members.</summary>
    public static string Type(string name, RandomNumbers random, Func<string> formula)
    {
        var attributes = Enumerable.Range(0, random.Few(5) - 1).Select(_ => Of(random.Of(s_ofTypes), random, formula));
        var (names, used) = (new[] { "M", "S", "K", "Lambda" }, 0);
        var members = random.Many(0, 3, " ", () => $"{(random.Rare(2) ? Of(random.Of(s_ofMembers), random, formula) : "[Hyperparameter]")} public {(random.Rare(4) ? random.Of(["float", "int", "string", "double?", "static double", "partial double", "required double"]) : "double")} {(random.Rare(6) ? random.Of(HostileValues.Names) : names[used++])} {{ get; init; }}{(random.OneIn(2) ? $" = {Argument(typeof(double), random, formula)};" : "")}");
        var header = random.Rare(6) ? random.Of(["partial record", "partial struct", "class", "static partial class", "partial interface"]) : "public sealed partial class";
        var parent = random.Rare(6) ? random.Of([" : Experiment<Hinge, G, D, Points>", " : Experiment<Hinge, G, D, Ring>", " : G", " : System.Attribute"]) : "";
        return $"{string.Join(" ", attributes.Prepend(Objective(random, formula)))} {header} {name}{parent} {{ {members} }}";
    }

    public static string Objective(RandomNumbers random, Func<string> formula)
    {
        string Formula() => HostileValues.Literal(formula(), random);
        var extra = random.OneIn(8) ? $", {random.Of(["Source = " + HostileValues.Literal(random.Of(HostileValues.Texts), random), "Coupling = Coupling.Relativistic", "Coupling = Coupling.RelativisticAverage", "Logits = LogitRange.NonNegative", "Sign = LogitSign.Energy", "Sign = (LogitSign)7"])}" : "";
        return random.Next(10) switch
        {
            < 5 => $"[GanObjective(FD = {Formula()}, FG = {Formula()}{extra})]",
            < 8 => $"[GanObjective(Real = {Formula()}, Fake = {Formula()}, Generator = {Formula()}{extra})]",
            8 => $"[FDivergence({HostileValues.Literal(OfRatio().Replace(formula(), "u"), random)}{(random.OneIn(2) ? ", NonSaturating = true" : "")})]",
            _ when random.Rare(1) => $"[GanObjective({random.Many(0, 4, ", ", () => $"{random.Of(s_formulas)} = {Formula()}")}{extra})]",
            _ => $"[GanObjective(FD = {Formula()}, FG = {Formula()}{extra})]",
        };
    }

    private static string Of(Type attribute, RandomNumbers random, Func<string> formula)
    {
        var positional = random.Of(attribute.GetConstructors()).GetParameters().Select(parameter => Argument(parameter.ParameterType, random, formula));
        var named = attribute.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(static property => property.CanWrite).ToArray() is { Length: > 0 } properties
            ? Enumerable.Range(0, random.Few(4) - 1).Select(_ => random.Of(properties)).Select(property => $"{property.Name} = {OptionOf(property, random, formula)}")
            : [];
        return $"[{attribute.Name.Replace(nameof(Attribute), "", StringComparison.Ordinal)}({string.Join(", ", random.Rare(8) ? named : positional.Concat(named))})]";
    }

    /// <summary>A penalty's formulas are of the norm n and of the logit t.</summary>
    private static string OptionOf(PropertyInfo property, RandomNumbers random, Func<string> formula) => property.Name switch
    {
        "Formula" => HostileValues.Literal(OfRatio().Replace(formula(), "n"), random),
        "Factor" => HostileValues.Literal(formula(), random),
        _ => Argument(property.PropertyType, random, formula),
    };

    private static string Argument(Type type, RandomNumbers random, Func<string> formula)
    {
        if (random.Rare(12)) return random.Of(HostileValues.Doubles);
        if (random.Rare(20)) return "null";
        if (type == typeof(bool)) return random.Rare(3) ? random.Of(HostileValues.Flags) : "true";
        if (type == typeof(int) || type == typeof(long)) return random.Rare(2) ? random.Of(HostileValues.Integers) : $"{1 + random.Next(64)}";
        if (type == typeof(double)) return random.Rare(2) ? random.Of(HostileValues.Doubles) : random.Of(["1", "10", "0.1", "0.5", "2.5"]);
        if (type == typeof(string)) return HostileValues.Literal(random.Next(4) switch { 0 => random.IsCareful ? "the layers" : random.Of(HostileValues.Texts), 1 => formula(), 2 when !random.IsCareful => random.Of(HostileValues.Names), _ => random.Of(["M", "S"]) }, random);
        if (type == typeof(Type)) return random.Of(["typeof(Hinge)", "typeof(Mine)", "typeof(Gan.Runtime.R1Penalty)", "typeof(Gan.Runtime.LeCamPenalty)", "typeof(Gan.Runtime.GradientPenalty)", "typeof(Gan.Runtime.DiscriminatorPenalty)", "typeof(Objectives)", "typeof(System.Collections.Generic.List<>)", "typeof(int[])", "typeof(void)", "null", "typeof(Nothing)"]);
        if (type == typeof(object)) return random.Of(["1", "2.5", "-1", "true", "'c'", "\"text\"", "typeof(int)", "PenaltyPoint.Fake", "double.NaN"]);
        if (type.IsEnum) return random.Rare(3) ? $"({type.Name}){random.Next(20) - 3}" : $"{type.Name}.{random.Of(Enum.GetNames(type))}";
        return type.IsArray ? random.Many(1, 4, ", ", () => Argument(type.GetElementType()!, random, formula)) : "default";
    }

    [GeneratedRegex(@"\bt\b")]
    private static partial Regex OfRatio();

    private static AttributeTargets TargetsOf(Type attribute) => attribute.GetCustomAttribute<AttributeUsageAttribute>()!.ValidOn;
}
