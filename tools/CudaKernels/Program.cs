using System.CommandLine;
using CudaKernels;

var folder = new Argument<string>("DIR") { Description = "The folder to write the files to" };
var command = new RootCommand("Writes each CUDA kernel, of the catalogue's losses and of updates of tensors, to a .cu file, and index.json, which describes what each kernel computes.") { folder };
command.SetAction(parsed =>
{
    var (index, path) = (KernelIndex.Of(CatalogueTerm.All), parsed.GetValue(folder)!);
    index.Write(path);
    Console.WriteLine($"Wrote {index.Sources.Count} kernels for {index.Terms.Count} losses and {index.Updates.Count} updates of tensors to {path}.");
});
return command.Parse(args).Invoke();
