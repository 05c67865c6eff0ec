using Gan.Runtime.Testing;

namespace Gan.Runtime.Tests.Support;

public static class CheckFailure
{
    /// <summary>Asserts that a check fails, and that its message has these parts.</summary>
    public static void AssertFails(Action check, params string[] inMessage)
    {
        var error = Assert.Throws<ObjectiveCheckException>(check);
        Assert.All(inMessage, part => Assert.Contains(part, error.Message));
    }
}
