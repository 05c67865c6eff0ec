using System.Runtime.ExceptionServices;

namespace Gan.Runtime.Backend;

/// <summary>Runs work on a thread of its own: dispose scopes, gradient and inference modes are each thread's, and the caller's are left alone.</summary>
internal static class OwnThread
{
    /// <summary>Waits for the result, or throws what the work threw.</summary>
    public static T Run<T>(Func<T> work)
    {
        var result = default(T);
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                result = work();
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        });
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result!;
    }
}
