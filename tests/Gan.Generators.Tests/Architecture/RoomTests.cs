namespace Gan.Generators.Tests.Architecture;

/// <summary>Which folders of the compiler know which: data flows one way. docs/architecture.md shows the drawing.</summary>
public sealed class RoomTests
{
    private const string Begin = "<!-- rooms -->\n", End = "<!-- /rooms -->";

    private static readonly SourceRooms s_rooms = SourceRooms.Of("src/Gan.Generators", "Gan.Generators",
    [
        "Basics", "Formulas/Intervals", "Formulas/BigFloats", "Formulas/Operations", "Formulas/Tree", "Formulas/Bounds", "Formulas/FunctionTable", "Formulas/Rewriting", "Formulas/Asymptotics", "Formulas/Reading", "Formulas/Writing", "Formulas/Kernels", "Penalties",
        "Declarations", "Objectives", "Oracle", "Analysis", "Emission", "Rules", "Analyzers",
    ]);

    [Fact]
    public void NamespacesFollowFolders() => Assert.Empty(s_rooms.Files.Where(static file => file.Namespace != file.Expected).Select(static file => $"{file.Path} is in {file.Namespace}"));

    [Fact]
    public void EveryFolderIsARoom() => Assert.Empty(s_rooms.Files.Where(static file => file.Room is null && file.Path.Contains('/')).Select(static file => file.Path));

    [Fact]
    public void NoArrowGoesBack() => Assert.Empty(s_rooms.Arrows.Where(arrow => s_rooms.Names.IndexOf(arrow.To) > s_rooms.Names.IndexOf(arrow.From)).Select(static arrow => $"{arrow.From} uses {arrow.To} in {arrow.Path}"));

    /// <summary>A test of arrows that finds none would pass as well.</summary>
    [Fact]
    public void ArrowsAreSeen()
    {
        Assert.Contains(s_rooms.Arrows, static arrow => arrow is { From: "Emission", To: "Analysis" });
        Assert.All(s_rooms.Names, static name => Assert.Contains(s_rooms.Arrows, arrow => arrow.From == name || arrow.To == name));
    }

    [Fact]
    public void TheDrawingIsThatOfTheCode()
    {
        var path = Path.Combine(Repository.Root, "docs", "architecture.md");
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        var drawing = s_rooms.Draw();
        if (Environment.GetEnvironmentVariable("GANDSL_ACCEPT") == "1")
            File.WriteAllText(path, page[..begin] + drawing + page[end..]);
        else
            Assert.Equal(drawing, page[begin..end]);
    }
}
