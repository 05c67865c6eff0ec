using System.CommandLine;
using Licenses;

var repository = new Argument<string>("REPOSITORY") { Description = "The folder of the repository, restored (default: this one)", DefaultValueFactory = static _ => "." };
var command = new RootCommand($"Writes {LicensePage.Path}: GanDsl's dependencies and their licences, from the restored packages.") { repository };
command.SetAction(parsed =>
{
    var root = parsed.GetValue(repository)!;
    File.WriteAllText(Path.Combine(root, LicensePage.Path), LicensePage.Of(root));
});
return command.Parse(args).Invoke();
