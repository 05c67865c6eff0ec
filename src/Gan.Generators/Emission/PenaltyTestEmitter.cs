using Gan.Generators.Declarations;
using Gan.Generators.Penalties;

namespace Gan.Generators.Emission;

/// <summary>The tests of the declared penalties, against closed forms on networks for which their value is known. One of weight 0 is not there, and one of a user's class is not known.</summary>
internal static class PenaltyTestEmitter
{
    public static void EmitMembers(SourceWriter writer, ObjectiveDeclaration declaration)
    {
        foreach (var named in NamedPenalty.All(declaration).Where(static named => named.Penalty is { Weight: not 0, IsOfUser: false }))
        {
            var penalty = named.Penalty;
            var checks = $"{TypeNames.Testing}.{penalty.Checks}";
            var call = penalty.IsOfGenerator || penalty.TakesBatch || penalty.Points.Count == 0 ? $"s_objective.{named.Method}" : $"(discriminator, real, fake) => s_objective.{named.Method}({string.Join(", ", ["discriminator", .. penalty.Points])})";
            if (penalty.ClosedForm is not null || penalty.Facts.Any())
                writer.Write($"// {penalty.Text}");
            if (penalty.ClosedForm is { } form)
                EmitClosedForm(writer, named.Method, form, checks, call);
            foreach (var (name, check) in penalty.Facts)
                TestEmitter.Fact(writer, named.Method + name, $"{checks}.{check}({call})");
        }
    }

    private static void EmitClosedForm(SourceWriter writer, string method, ClosedForm form, string checks, string call)
    {
        writer.Write("[global::Xunit.Theory]");
        foreach (var row in form.Rows)
            writer.Write($"[global::Xunit.InlineData({string.Join(", ", row.Select(CSharp.Literal))})]");
        writer.Write($"public void {method}{form.Name}({string.Join(", ", form.Parameters.Select(static name => $"double {name}"))})\n    => {checks}.{form.Check}({call}, {string.Join(", ", form.Parameters)});").Blank();
    }
}
