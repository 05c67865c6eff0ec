using Gan.Dsl;
using Gan.Generators.Analysis;
using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Formulas.Writing;
using Gan.Generators.Objectives;

namespace Gan.Generators.Emission;

/// <summary>What an objective tells of itself at run time, and the instances of its penalties.</summary>
internal static class InfoEmitter
{
    /// <summary>The file-scoped class beside the user's type: nothing in it can clash with a member of theirs.</summary>
    public static string DeclarationClass(TypeIdentity type) => type.Self.Name.TrimStart('@') + "Declaration";

    public static void EmitMembers(SourceWriter writer, CompiledObjective objective)
    {
        var info = DeclarationClass(objective.Declaration.Type) + ".Info";
        writer.Write($$"""
            /// <summary>Gets the name, the formulas, the penalties and the analysis of this objective.</summary>
            public {{TypeNames.Runtime}}.ObjectiveInfo Info => LossPath == {{TypeNames.LossPath}}.Automatic ? {{info}} : {{info}} with { LossPath = LossPath };
            """).Blank();
    }

    public static void EmitDeclarationClass(SourceWriter writer, CompiledObjective objective, AnalysisResult analysis)
    {
        var declaration = objective.Declaration;
        writer.Write(GeneratedFile.GeneratedCodeAttribute);
        using (writer.Open($"file static class {DeclarationClass(declaration.Type)}"))
        {
            PenaltyEmitter.EmitInstances(writer, declaration);
            writer.Blank();
            EmitInfo(writer, objective, analysis);
        }
    }

    private static void EmitInfo(SourceWriter writer, CompiledObjective objective, AnalysisResult analysis)
    {
        var declaration = objective.Declaration;
        var losses = objective.Losses;
        writer.Write($"public static readonly {TypeNames.Runtime}.ObjectiveInfo Info = new()\n{{");
        Entry("Name", CSharp.Literal(declaration.Type.Self.Name.TrimStart('@')));
        EntryWithSlope("Real", losses.Real);
        EntryWithSlope("Fake", losses.Fake);
        EntryWithSlope("Generator", losses.Generator);
        Entry("DiscriminatorLoss", Formula(FormulaNotation.Discriminator(objective), FormulaNotation.DiscriminatorLatex(objective)));
        Entry("GeneratorLoss", Formula(FormulaNotation.Generator(objective), FormulaNotation.GeneratorLatex(objective)));
        if (declaration.Coupling != Coupling.None)
            Entry("Coupling", $"global::Gan.Dsl.Coupling.{declaration.Coupling}");
        if (BatchLosses.AreIn(losses))
            Entry("HasBatchFunctions", CSharp.Literal(true));
        if (BatchLosses.ReadsReal(losses.Generator))
            Entry("GeneratorReadsReal", CSharp.Literal(true));
        if (declaration.Logits != LogitRange.Real)
            Entry("Logits", $"global::Gan.Dsl.LogitRange.{declaration.Logits}");
        if (analysis.Directions.Orientation == Orientation.Energy)
            Entry("Sign", "global::Gan.Dsl.LogitSign.Energy");
        if (declaration.CriticLimits.Any())
            Entry("CriticLimits", List(declaration.CriticLimits.Select(CSharp.Literal)));
        EntryOfPenalties("Penalties", generator: false);
        EntryOfPenalties("GeneratorPenalties", generator: true);
        if (declaration.Hyperparameters.Count > 0)
            Entry("Hyperparameters", List(declaration.Hyperparameters.Select(Hyperparameter)));
        Entry("Analysis", AnalysisText.Initializer(analysis));
        if (declaration.WeightClips.Count > 0)
            Entry("WeightClip", CSharp.Literal(declaration.WeightClips[0]));
        if (declaration.InstanceNoise is { } noise)
            Entry("InstanceNoise", CSharp.Literal(noise));
        if (declaration.TopK is { } top)
            Entry("TopShare", CSharp.Literal(top.Share));
        if (SourceTexts.Of(declaration) is { Count: > 0 } sources)
            Entry("Sources", List(sources.Select(CSharp.Literal)));
        writer.Write("};");

        void EntryOfPenalties(string name, bool generator)
        {
            if (declaration.Penalties.Any(penalty => penalty.IsOfGenerator == generator))
                Entry(name, List(NamedPenalty.Of(declaration, generator).Select(Penalty)));
        }

        void EntryWithSlope(string name, Expr loss) => Entry(name, $"{OneLogit(loss)}, {name}Slope = {OneLogit(Derivative.Of(loss))}");

        void Entry(string name, string value) => writer.Write($"    {name} = {value.Replace("\n", "\n    ")},");
    }

    private static string OneLogit(Expr loss) => Formula(TextPrinter.Print(loss), LatexPrinter.Print(loss));

    private static string Formula(string text, string latex) => $"new({CSharp.Literal(text)}, {CSharp.Literal(latex)})";

    private static string Penalty(NamedPenalty named) => $"new({CSharp.Literal(named.Name)}, {CSharp.Literal(named.Penalty.Text)}, {CSharp.Literal(named.Penalty.Latex)})";

    private static string Hyperparameter(HyperparameterDeclaration h)
        => $"new({CSharp.Literal(h.Property)}, {CSharp.Literal(h.Default ?? 0)}, {CSharp.Literal(h.Min)}, {CSharp.Literal(h.Max)}, {CSharp.Literal(h.Exclusive)}){Variable(h)}";

    private static string Variable(HyperparameterDeclaration h)
        => h.Schedule is { } schedule ? $" {{ Schedule = {CSharp.Literal(schedule)} }}" : h.Update is { } update ? $" {{ Update = {CSharp.Literal(update)} }}" : "";

    private static string List(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";
}
