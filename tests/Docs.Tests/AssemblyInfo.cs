// The blocks run in this process: they write to its console and to its current folder.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
