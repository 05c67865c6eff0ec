using System.Text.Json;
using System.Xml.Linq;

namespace Licenses;

/// <summary>A package that restore has found for a project.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="License">An SPDX expression, or where the licence is to be read.</param>
/// <param name="Copyright">Who holds it, or who wrote it where nothing says so.</param>
internal sealed record RestoredPackage(string Id, string Version, string License, string Copyright)
{
    /// <summary>All packages of a project, with those that they need.</summary>
    /// <exception cref="FileNotFoundException">The project is not restored.</exception>
    public static IEnumerable<RestoredPackage> Of(string project)
    {
        var path = Path.Combine(project, "obj", "project.assets.json");
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no {path}: restore the solution first (dotnet restore).", path);
        using var assets = JsonDocument.Parse(File.ReadAllText(path));
        var folders = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(static folder => folder.Name).ToArray();
        return [.. assets.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(static library => library.Value.GetProperty("type").GetString() == "package")
            .Select(library => Read(NuspecOf(library.Value, folders)))];
    }

    private static string NuspecOf(JsonElement library, string[] folders)
    {
        var nuspec = library.GetProperty("files").EnumerateArray().Select(static file => file.GetString()!).Single(static file => file.EndsWith(".nuspec", StringComparison.Ordinal));
        return folders.Select(folder => Path.Combine(folder, library.GetProperty("path").GetString()!, nuspec)).First(File.Exists);
    }

    private static RestoredPackage Read(string nuspec)
    {
        var said = XDocument.Load(nuspec).Root!.Elements().Single(static element => element.Name.LocalName == "metadata").Elements().ToLookup(static element => element.Name.LocalName);
        string Text(string name) => said[name].FirstOrDefault()?.Value.Trim() ?? "";
        var license = said["license"].FirstOrDefault() switch
        {
            null => Text("licenseUrl"),
            { } file when file.Attribute("type")?.Value == "file" => $"{file.Value} in the package",
            { } expression => expression.Value,
        };
        return new(Text("id"), Text("version"), license, Text("copyright") is { Length: > 0 } copyright ? copyright : Text("authors"));
    }
}
