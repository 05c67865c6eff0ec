using Microsoft.CodeAnalysis;

namespace Gan.Generators.Rules;

// The hyperparameters.
internal static partial class Descriptors
{
    private const string Hyperparameter = "Gan.Hyperparameter";

    /// <summary>{0}: the property; {1}: its type.</summary>
    public static readonly DiagnosticDescriptor HyperparameterType = new(
        "GAN050", "A hyperparameter must be a double",
        "Hyperparameter '{0}' is of type {1}, but formulas compute with doubles: make it double",
        Hyperparameter, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN050.md");

    /// <summary>{0}: the property.</summary>
    public static readonly DiagnosticDescriptor StaticHyperparameter = new(
        "GAN051", "A hyperparameter cannot be static",
        "Hyperparameter '{0}' cannot be static, because each instance of an objective has its own value: remove 'static'",
        Hyperparameter, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN051.md");

    /// <summary>{0}: the property.</summary>
    public static readonly DiagnosticDescriptor HyperparameterAccessors = new(
        "GAN052", "A hyperparameter must be readable and settable",
        "Hyperparameter '{0}' must be readable and settable: give it {{ get; init; }}",
        Hyperparameter, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN052.md");

    /// <summary>{0}: the property.</summary>
    public static readonly DiagnosticDescriptor HyperparameterDefault = new(
        "GAN053", "A hyperparameter's default must be a constant",
        "Hyperparameter '{0}' has no default that is known while compiling: initialise it with a constant, such as '= 1'",
        Hyperparameter, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN053.md");

    /// <summary>{0}: the property; {1}: the default; {2}: the range.</summary>
    public static readonly DiagnosticDescriptor DefaultOutOfRange = new(
        "GAN054", "A hyperparameter's default must lie in its range",
        "The default of hyperparameter '{0}' is {1}, outside its range {2}: initialise it with a value inside, or widen the range",
        Hyperparameter, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN054.md");

    /// <summary>{0}: the property; {1}: the range.</summary>
    public static readonly DiagnosticDescriptor EmptyRange = new(
        "GAN055", "A hyperparameter's range cannot be empty",
        "No value of hyperparameter '{0}' lies in its range {1}: give a Min below Max",
        Hyperparameter, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN055.md");

    /// <summary>{0}: the property; {1}: its name in formulas; {2}: what has that name.</summary>
    public static readonly DiagnosticDescriptor HyperparameterNameTaken = new(
        "GAN056", "The name of a hyperparameter is taken",
        "Hyperparameter '{0}' would be '{1}' in formulas, which is {2} there: rename it",
        Hyperparameter, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN056.md");

    /// <summary>{0}, {1}: the properties; {2}: their name in formulas.</summary>
    public static readonly DiagnosticDescriptor HyperparameterNameTwice = new(
        "GAN057", "Two hyperparameters have the same name in formulas",
        "Hyperparameters '{0}' and '{1}' would both be '{2}' in formulas: rename one of them",
        Hyperparameter, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN057.md");

    /// <summary>{0}: the property; {1}: its name in formulas.</summary>
    public static readonly DiagnosticDescriptor UnusedHyperparameter = new(
        "GAN058", "A hyperparameter is not used",
        "Hyperparameter '{0}' is not used in any formula: use it as '{1}', or remove its attribute",
        Hyperparameter, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN058.md");

    /// <summary>{0}: the property; {1}: why its attribute's default is not used; {2}: what to do.</summary>
    public static readonly DiagnosticDescriptor StrayDefault = new(
        "GAN059", "Default is only for partial properties",
        "Hyperparameter '{0}' {1}, so nothing sets it to the default of its attribute: {2}",
        Hyperparameter, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN059.md");

    /// <summary>{0}: the property; {1}: the value; {2}: what comes of it; {3}: what to do.</summary>
    public static readonly DiagnosticDescriptor SingularValue = new(
        "GAN085", "A hyperparameter's range includes a value that makes a loss undefined",
        "With {0} = {1}, which its range allows, {2}: {3}",
        Hyperparameter, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN085.md");

    /// <summary>{0}: the property.</summary>
    public static readonly DiagnosticDescriptor ScheduledProperty = new(
        "GAN130", "A hyperparameter with a schedule must be a partial property with a getter only",
        "The schedule computes the value of hyperparameter '{0}', so nothing else can set it: write 'public partial double {0} {{ get; }}'",
        Hyperparameter, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN130.md");

    /// <summary>{0}: the property; {1}: the value; {2}: the step; {3}: the range.</summary>
    public static readonly DiagnosticDescriptor ScheduleOutOfRange = new(
        "GAN131", "A schedule must stay in the range of its hyperparameter",
        "The schedule of '{0}' is {1} at step {2}, outside the range {3} of the hyperparameter: change the formula, or widen the range",
        Hyperparameter, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN131.md");

    /// <summary>{0}: the property.</summary>
    public static readonly DiagnosticDescriptor ConstantSchedule = new(
        "GAN132", "A schedule does not depend on the step",
        "The schedule of '{0}' has the same value at every step: use 'step' in it, or replace [Schedule] by a default",
        Hyperparameter, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN132.md");

    /// <summary>{0}: the property.</summary>
    public static readonly DiagnosticDescriptor StateProperty = new(
        "GAN133", "A state must be a partial property with a getter only",
        "Its update computes the value of the state '{0}', so nothing else can set it: write 'public partial double {0} {{ get; }}'",
        Hyperparameter, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN133.md");

    /// <summary>{0}: the property.</summary>
    public static readonly DiagnosticDescriptor StateIsMore = new(
        "GAN134", "A state cannot be a hyperparameter or have a schedule",
        "'{0}' is a state, which has its start, its range and its values from [State]: remove its other attribute",
        Hyperparameter, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN134.md");

    /// <summary>{0}: the property; {1}: the value; {2}: the range.</summary>
    public static readonly DiagnosticDescriptor InitialOutOfRange = new(
        "GAN135", "A state must start in its range",
        "The state '{0}' starts from {1}, outside its range {2}: set Initial to a value inside, or widen the range",
        Hyperparameter, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN135.md");

    /// <summary>{0}: the property.</summary>
    public static readonly DiagnosticDescriptor UpdateWithoutBatch = new(
        "GAN136", "A state's update does not depend on the batches",
        "The update of '{0}' reads no statistic of the batches: use one, such as mean(real), or replace [State] by [Schedule]",
        Hyperparameter, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN136.md");

    /// <summary>{0}: the property.</summary>
    public static readonly DiagnosticDescriptor UndefinedUpdate = new(
        "GAN137", "A state's update has no finite value",
        "The first update of '{0}' has no finite value, whatever the batches are: change the formula, or start from another value",
        Hyperparameter, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN137.md");
}
