using CudaKernels;

if (args is not [var folder])
{
    Console.Error.WriteLine("Usage: CudaKernels DIR. Prints every kernel of the catalogue into DIR, with index.json, which says what each computes.");
    return 2;
}

var index = KernelIndex.Of(CatalogueTerm.All);
index.Write(folder);
Console.WriteLine($"{index.Terms.Count} losses of {index.Sources.Count} kernels are in {folder}.");
return 0;
