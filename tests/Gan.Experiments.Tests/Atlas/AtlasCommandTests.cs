using System.Text.Json;
using Gan.Experiments.Commands;
using Gan.Experiments.Tests.Support;
using Spectre.Console;

namespace Gan.Experiments.Tests.Atlas;

public sealed class AtlasCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new(), _errors = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Names_choose_objectives_and_every_number_is_in_the_file()
    {
        Assert.Equal(0, Run("atlas", "vanilla", "DeclaredHere", "--out", _folder.File("two")));
        Assert.Contains("DeclaredHere", _output.ToString(), StringComparison.Ordinal);
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_folder.File("two"), "atlas.json")));
        var objectives = file.RootElement.GetProperty("objectives");
        Assert.Equal(["Vanilla", "DeclaredHere"], objectives.EnumerateArray().Select(static objective => objective.GetProperty("name").GetString()));
        Assert.Equal(1.3989410716063697, objectives[0].GetProperty("dirac").GetProperty("alternating").GetDouble(), 1e-9);
        Assert.Equal("-Infinity", objectives[0].GetProperty("curves").GetProperty("outcomes").GetProperty("fooled").GetProperty("generator").GetString());
        // What the class says: (1 + t)² of a fake logit from −1 on, here at t = 1.
        Assert.Equal(4, objectives[1].GetProperty("curves").GetProperty("fake")[180].GetDouble(), 1e-12);
    }

    [Theory]
    [InlineData("There is no objective Nothing. There are ", "Nothing")]
    [InlineData("Unrecognized command or argument '--nonsense'.", "--nonsense")]
    [InlineData("--out is empty: give a path, or leave it out.", "--out", "")]
    [InlineData("NAME is empty: give the name of an experiment, or leave it out.", "")]
    public void Wrong_arguments_are_said(string message, params string[] arguments)
    {
        Assert.Equal(2, Run(["atlas", .. arguments]));
        Assert.StartsWith($"error: {message}", _errors.ToString(), StringComparison.Ordinal);
    }

    private int Run(params string[] arguments)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(_output) });
        console.Profile.Width = 400;
        return new ExperimentCommands([], typeof(AtlasCommandTests).Assembly, console, _errors, CancellationToken.None).Run(arguments);
    }
}
