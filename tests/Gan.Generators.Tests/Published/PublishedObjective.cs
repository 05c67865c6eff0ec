namespace Gan.Generators.Tests.Published;

/// <summary>An objective as its paper has it, and what the compiler says of it.</summary>
/// <param name="Name">The paper's name for it.</param>
/// <param name="Source">The paper: authors, year and arXiv number.</param>
/// <param name="Attributes">The declaration.</param>
/// <param name="Expected">The ids of what is said, in order; most often nothing.</param>
/// <param name="Members">The hyperparameters.</param>
/// <param name="Catalogue">Its name in the catalogue, if it is there.</param>
public sealed record PublishedObjective(string Name, string Source, string Attributes, string Expected = "", string Members = "", string Catalogue = "")
{
    public string Declare(string type) => $"{Attributes} public sealed partial class {type} {{ {Members} }}";
}
