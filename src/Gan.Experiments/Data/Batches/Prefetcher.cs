using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Gan.Runtime.Checks;

namespace Gan.Experiments.Data.Batches;

/// <summary>
/// Reads batches ahead on a thread of its own, in order, so that a training does not wait for its data. The batches are those of <see cref="BatchReader.Read"/>, bit for bit.
/// </summary>
/// <remarks>One thread calls <see cref="Next"/> and <see cref="Dispose"/>. Dispose it before the data.</remarks>
internal sealed class Prefetcher : IDisposable
{
    private readonly BatchReader reader;
    private readonly CancellationToken stop;
    private readonly CancellationTokenSource ended;
    private readonly SemaphoreSlim free;
    private readonly BlockingCollection<Batch> ready = [];
    private readonly Thread thread;
    private ExceptionDispatchInfo? failure;
    private bool disposed;

    /// <summary>Starts reading.</summary>
    /// <param name="reader">What reads a batch.</param>
    /// <param name="start">The first step, not negative.</param>
    /// <param name="ahead">How many batches are held or being made at most, at least 1.</param>
    /// <param name="stop">Ends the reading.</param>
    /// <exception cref="ArgumentNullException">There is no reader.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The start is negative, or nothing is to be read ahead.</exception>
    public Prefetcher(BatchReader reader, long start = 0, int ahead = 2, CancellationToken stop = default)
    {
        this.reader = Ranges.NotNull(reader, nameof(reader));
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        free = new SemaphoreSlim(Ranges.AtLeastOne(ahead, nameof(ahead)));
        this.stop = stop;
        ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        thread = new Thread(() => Run(start)) { IsBackground = true, Name = $"Batches of {reader.Name}" };
        thread.Start();
    }

    /// <summary>The next batch, waiting for it if it is not ready.</summary>
    /// <returns>The batch, in the current dispose scope of the calling thread.</returns>
    /// <exception cref="ObjectDisposedException">The prefetcher has been disposed.</exception>
    /// <exception cref="OperationCanceledException">The reading was ended by the token.</exception>
    /// <exception cref="Exception">What the reading of this batch threw, as it was thrown; each further call throws it again.</exception>
    public Batch Next()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        stop.ThrowIfCancellationRequested();
        if (ready.TryTake(out var batch, Timeout.Infinite, stop))
        {
            free.Release();
            return batch.InCurrentScope();
        }
        failure?.Throw();
        throw new OperationCanceledException(stop);
    }

    /// <summary>Ends the reading, waits for a batch that is being made, and frees what was not taken.</summary>
    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        ended.Cancel();
        thread.Join();
        while (ready.TryTake(out var batch))
            batch.Dispose();
        ready.Dispose();
        free.Dispose();
        ended.Dispose();
    }

    // Dispose scopes are a thread's own: this one has none, so that the batches belong to nobody until they are taken.
    private void Run(long start)
    {
        try
        {
            for (var step = start; ; step++)
            {
                free.Wait(ended.Token);
                ready.Add(reader.Read(step));
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
        }
        catch (Exception exception)
        {
            failure = ExceptionDispatchInfo.Capture(exception);
        }
        finally
        {
            ready.CompleteAdding();
        }
    }
}
