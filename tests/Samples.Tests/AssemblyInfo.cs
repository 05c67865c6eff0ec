// Runs seed torch's global generator and count live tensors, both process-wide: one test at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
