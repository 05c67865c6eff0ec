using System.CommandLine;
using CudaKernels;

var folder = new Argument<string>("DIR") { Description = "The folder that the files are written to" };
var command = new RootCommand("Prints every CUDA kernel of the catalogue, a .cu file each, with index.json, which says what each computes.") { folder };
command.SetAction(parsed =>
{
    var (index, path) = (KernelIndex.Of(CatalogueTerm.All), parsed.GetValue(folder)!);
    index.Write(path);
    Console.WriteLine($"{index.Terms.Count} losses of {index.Sources.Count} kernels are in {path}.");
});
return command.Parse(args).Invoke();
