using CudaKernels;

Console.WriteLine(CatalogueTerm.All.Count);
