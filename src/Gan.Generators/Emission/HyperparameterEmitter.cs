using Gan.Generators.Declarations;

namespace Gan.Generators.Emission;

/// <summary>What an objective's instances differ in: the values of their hyperparameters, and what follows from them.</summary>
internal static class HyperparameterEmitter
{
    public const string Values = "Hyperparameters";

    private const string Helper = TypeNames.Runtime + ".ObjectiveValues";

    /// <summary>A setter means its backing field by <c>field</c>, also where a member has that name, which C# warns of.</summary>
    public static string[] Silenced(ObjectiveDeclaration declaration)
        => declaration.Shape.MemberNames.Concat(declaration.Shape.InheritedNames).Contains("field") ? ["CS9258"] : [];

    /// <summary>Overrides are left to who has them: to the user, and, of a record, the equality to the compiler.</summary>
    public static void EmitMembers(SourceWriter writer, ObjectiveDeclaration declaration)
    {
        if (declaration.Hyperparameters.Count > 0)
        {
            writer.Write($"""
                /// <summary>Gets the hyperparameters and their values in this instance, in the order of their declaration{(VariableEmitter.HasVariables(declaration) ? ", without those that change during training" : "")}.</summary>
                public {TypeNames.ReadOnlyList}<{TypeNames.Runtime}.HyperparameterValue> {Values} => [{string.Join(", ", declaration.Hyperparameters.Where(static h => !h.IsVariable).Select(Value))}];
                """).Blank();
        }

        foreach (var hyperparameter in declaration.Hyperparameters)
        {
            if (hyperparameter is { IsVariable: false, Shape.ToImplement: { } part })
                writer.Write(Implementation(hyperparameter, part)).Blank();
        }

        VariableEmitter.EmitMembers(writer, declaration);
        string[] taken = [.. declaration.Shape.MemberNames, .. declaration.Shape.SealedNames];
        if (declaration.Type.Self.Keyword != "record" && !taken.Contains(nameof(Equals)) && !taken.Contains(nameof(GetHashCode)))
        {
            writer.Write($"""
                /// <summary>Determines whether an object is an objective of this type with the same hyperparameters and loss weight.</summary><inheritdoc/>
                public override bool Equals(object? obj) => {Helper}.AreEqual(this, obj);
                /// <inheritdoc/>
                public override int GetHashCode() => {Helper}.HashOf(this);
                """);
        }

        if (!taken.Contains(nameof(ToString)))
            writer.Write($"/// <summary>Returns the name of the objective and the hyperparameters of this instance.</summary>\npublic override string ToString() => {Helper}.Show(this);").Blank();
    }

    /// <summary>Whether a value out of range can only be noticed where it is used.</summary>
    public static bool IsCheckedAtUse(HyperparameterDeclaration h) => h.Shape.ToImplement is null;

    /// <summary>The value of a property as an expression that throws, by the property's name, where it is out of range.</summary>
    public static string Checked(HyperparameterDeclaration h) => IsCheckedAtUse(h) ? InRange($"this.@{h.Property}", h) : $"this.@{h.Property}";

    /// <summary>The other part of a partial property, whose every accessor throws; one that must store its initialiser can be read.</summary>
    public static string Fallback(string property, PartialProperty part, string body)
        => $"{Header(property, part)} {{ {string.Join(" ", part.Accessors.Select(accessor => part.IsInitialised && IsGetter(accessor) ? part.Accessors.Count == 1 ? $"{accessor} => field;" : $"{accessor};" : $"{accessor} => {body};"))} }}";

    private static bool IsGetter(string accessor) => accessor.EndsWith("get", StringComparison.Ordinal);

    private static string Implementation(HyperparameterDeclaration h, PartialProperty part)
        => $"""
            {Header(h.Property, part)}
            {"{"}
            {string.Join("\n", part.Accessors.Select(accessor => IsGetter(accessor) ? $"    {accessor};" : $"    {accessor} => field = {InRange("value", h)};"))}
            {"}"}{(part.IsInitialised ? "" : $" = {CSharp.Literal(h.Default ?? 0)};")}
            """;

    public static string Header(string property, PartialProperty part) => $"{part.Modifiers} {part.Type} @{property}";

    /// <summary>The value where it is in range. The name is a literal, since C# takes <c>nameof</c> away where something of the user's has that name.</summary>
    public static string InRange(string value, HyperparameterDeclaration h) => $"{TypeNames.Runtime}.HyperparameterChecks.InRange({value}, {CSharp.Literal(h.Property)}, {Range(h)})";

    public static string Range(HyperparameterDeclaration h) => $"{CSharp.Literal(h.Min)}, {CSharp.Literal(h.Max)}, {CSharp.Literal(h.Exclusive)}";

    public static string Value(HyperparameterDeclaration h) => $"new({CSharp.Literal(h.Property)}, this.@{h.Property})";
}
