using Gan.Runtime;
using SingleImage;

IdleThreads.Sleep();
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    // The first Ctrl-C stops the training, and a second one ends the process.
    press.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
};
return CommandLine.Run(args, Console.Out, Console.Error, stop.Token);
