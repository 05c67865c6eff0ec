// Tests count live tensors, and Tensor.TotalCount is process-wide: one test at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
