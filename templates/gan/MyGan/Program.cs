using Gan.Experiments;

return await GanExperiments.RunAsync(args);
