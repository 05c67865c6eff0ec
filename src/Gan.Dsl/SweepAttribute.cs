namespace Gan.Dsl;

/// <summary>Declares the values of a hyperparameter that an experiment is run with, one run per value. With several sweeps, there is one run per combination.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class SweepAttribute : Attribute
{
    /// <summary>Initialises a new instance of the attribute for a hyperparameter of the experiment's objective.</summary>
    /// <param name="hyperparameter">The name of the property, such as <c>nameof(LeastSquares.S)</c>.</param>
    /// <param name="values">At least one value. Each must lie within the range of the hyperparameter, and no value can occur twice.</param>
    public SweepAttribute(string hyperparameter, params double[] values) => (Hyperparameter, Values) = (hyperparameter, values);

    /// <summary>Gets the name of the hyperparameter property.</summary>
    public string Hyperparameter { get; }

    /// <summary>Gets the values, in the order in which they are run.</summary>
    public double[] Values { get; }
}
