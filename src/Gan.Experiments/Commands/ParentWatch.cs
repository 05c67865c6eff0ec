namespace Gan.Experiments.Commands;

/// <summary>Stops a child's run where its standard input ends: its parent wants that, or is gone.</summary>
internal static class ParentWatch
{
    /// <param name="stop">Stops it too.</param>
    /// <returns>Both wishes in one, for the rest of the process.</returns>
    public static CancellationToken Join(CancellationToken stop)
    {
        var both = CancellationTokenSource.CreateLinkedTokenSource(stop);
        new Thread(() =>
        {
            using var input = Console.OpenStandardInput();
            while (input.ReadByte() >= 0)
            {
            }

            both.Cancel();
        })
        { IsBackground = true, Name = "Parent" }.Start();
        return both.Token;
    }
}
