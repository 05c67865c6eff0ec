using Gan.Dsl;
using MyNamespace;

// The compiler generates the tests and their expected values. Add one line for each objective.
[assembly: GanObjectiveTests(typeof(MyObjective))]
