namespace Gan.Dsl;

/// <summary>Values of a hyperparameter that an experiment is run with, one run each; several sweeps make every combination.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class SweepAttribute : Attribute
{
    /// <summary>A sweep over a hyperparameter of the experiment's objective.</summary>
    /// <param name="hyperparameter">The property's name: <c>nameof(LeastSquares.S)</c>.</param>
    /// <param name="values">At least one, each in the hyperparameter's range, none twice.</param>
    public SweepAttribute(string hyperparameter, params double[] values) => (Hyperparameter, Values) = (hyperparameter, values);

    /// <summary>The property's name.</summary>
    public string Hyperparameter { get; }

    /// <summary>The values, in the order they are run.</summary>
    public double[] Values { get; }
}
