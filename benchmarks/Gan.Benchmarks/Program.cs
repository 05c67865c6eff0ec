return Gan.Benchmarks.CommandLine.Run(args);
