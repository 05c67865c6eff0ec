using Gan.Dsl;
using Gan.Runtime;

// One line tests the whole catalogue: an xunit class for each objective is generated into this assembly.
[assembly: GanObjectiveTests(AllIn = typeof(Objectives))]
