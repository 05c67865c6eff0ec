using System.Reflection;
using Docs.Tests.Blocks;
using Gan.Runtime;
using static TorchSharp.torch;

namespace Docs.Tests.Building;

/// <summary>Runs what a block can do: a program in a folder of its own, and the losses of the objectives that it declares.</summary>
internal static class BlockRun
{
    private static readonly float[] s_logits = [-2, -0.25f, 0.5f, 3];

    public static void Of(CodeBlock block, Assembly built)
    {
        using var scope = NewDisposeScope();
        foreach (var type in built.GetTypes())
        {
            if (type is { IsAbstract: false } && type.IsAssignableTo(typeof(IGanObjective)) && type.GetConstructor([]) is not null)
                ComputeLosses((IGanObjective)Activator.CreateInstance(type)!);
        }

        if (built.EntryPoint is not null)
            InFolderOfItsOwn(() => RunProgram(built.EntryPoint, block.Remarks.TryGetValue("run", out var arguments) ? arguments.Split(' ') : []));
    }

    private static void ComputeLosses(IGanObjective objective)
    {
        var (real, fake) = (tensor(s_logits).requires_grad_(true), tensor(s_logits).neg().requires_grad_(true));
        foreach (var loss in new[] { objective.DiscriminatorLoss(real, fake), objective.GeneratorLoss(real, fake) })
        {
            loss.backward();
            Assert.True(float.IsFinite(loss.item<float>()), $"A loss of {objective} is {loss.item<float>()}.");
        }
    }

    private static void RunProgram(MethodInfo main, string[] arguments)
    {
        var result = main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, main.GetParameters().Length == 0 ? [] : [arguments], null);
        if (result is Task<int> asynchronous)
            result = asynchronous.GetAwaiter().GetResult();
        else
            (result as Task)?.GetAwaiter().GetResult();
        Assert.Equal(0, result as int? ?? 0);
    }

    private static void InFolderOfItsOwn(Action action)
    {
        var (before, folder) = (Environment.CurrentDirectory, Directory.CreateTempSubdirectory("gandsl-docs-"));
        try
        {
            Environment.CurrentDirectory = folder.FullName;
            action();
        }
        finally
        {
            Environment.CurrentDirectory = before;
            folder.Delete(recursive: true);
        }
    }
}
