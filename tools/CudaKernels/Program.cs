using System.CommandLine;
using CudaKernels;

var folder = new Argument<string>("DIR") { Description = "The folder that the files are written to" };
var command = new RootCommand("Prints every CUDA kernel, of the catalogue's losses and of updates of tensors, a .cu file each, with index.json, which says what each computes.") { folder };
command.SetAction(parsed =>
{
    var (index, path) = (KernelIndex.Of(CatalogueTerm.All), parsed.GetValue(folder)!);
    index.Write(path);
    Console.WriteLine($"{index.Terms.Count} losses and {index.Updates.Count} updates of tensors are in {path}: {index.Sources.Count} kernels.");
});
return command.Parse(args).Invoke();
