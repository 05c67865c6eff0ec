using Gan.Dsl;
using MyNamespace;

// The compiler writes the tests, with the values that it expects. A line for each objective.
[assembly: GanObjectiveTests(typeof(MyObjective))]
