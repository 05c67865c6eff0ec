using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using Gan.Experiments.Checkpoints;

namespace Gan.Experiments.Commands;

/// <summary>What <c>--version</c> says: the versions of the program and of this library.</summary>
/// <param name="program">The program's assembly.</param>
internal sealed class ShowVersion(Assembly program) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine(CodeVersion.NameAndVersion(program));
        output.WriteLine(CodeVersion.NameAndVersion(typeof(ShowVersion).Assembly));
        return ExitCodes.Done;
    }
}
