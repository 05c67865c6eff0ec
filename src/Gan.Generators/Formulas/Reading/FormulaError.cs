using Gan.Generators.Basics;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Reading;

/// <summary>What can be wrong with a formula; each kind is one diagnostic.</summary>
internal enum FormulaErrorKind
{
    /// <summary>Not a C# expression. The detail is the C# parser's own message.</summary>
    Syntax,

    /// <summary>The detail is the name, the suggestion the nearest known one.</summary>
    UnknownName,

    /// <summary>A name of the user's that is no constant. The detail says why, and what to do.</summary>
    NotConstant,

    /// <summary>A label or another name of data. The detail says why there is none, the suggestion what to write instead.</summary>
    DataName,

    /// <summary>A constant of the user's that is called as something else in formulas. The detail says as what.</summary>
    AmbiguousName,

    /// <summary>The detail is the name, the suggestion the nearest known one.</summary>
    UnknownFunction,

    /// <summary>The detail says what the function takes and what it was given.</summary>
    WrongArgumentCount,

    /// <summary><c>^</c> or <c>**</c>. The detail is the call of pow to write instead.</summary>
    PowerOperator,

    /// <summary>A call of D or a mean, as papers write. The detail is the part, the suggestion what to write instead.</summary>
    PaperNotation,

    /// <summary>C# that has no meaning in a formula. The detail says what it is and what to write instead.</summary>
    UnsupportedConstruct,

    /// <summary>No text at all.</summary>
    Empty,

    /// <summary>A batch where there is none, or one that is no number. The detail says what is wrong and what to write instead.</summary>
    BatchFunction,

    /// <summary>In C# only: arithmetic on integers. The detail says what C# makes of it and what to write instead.</summary>
    IntegerArithmetic,

    /// <summary>In C# only: a function that needs itself. The detail says by which calls.</summary>
    Recursion,
}

/// <summary>One mistake, at its exact characters within the formula's text.</summary>
internal sealed record FormulaError(FormulaErrorKind Kind, int Start, int Length, string Detail, string? Suggestion = null)
{
    /// <summary>The whole message in English.</summary>
    public string Message => Kind switch
    {
        FormulaErrorKind.UnknownName => $"'{Detail}' is neither t, a hyperparameter, a constant nor a function{Hint}",
        FormulaErrorKind.UnknownFunction => $"there is no function '{Detail}'{Hint}",
        FormulaErrorKind.PowerOperator => $"'^' is not a power in C#: write {Detail}",
        FormulaErrorKind.PaperNotation => $"'{Detail}' is not part of the formula language: write {Suggestion}",
        FormulaErrorKind.Empty => "the formula is empty",
        _ => Detail,
    };

    private string Hint => Suggestion is null ? "" : $"; did you mean '{Suggestion}'?";
}

/// <summary>A parsed formula, or what is wrong with it: the expression is null exactly when there are errors.</summary>
internal sealed record FormulaResult(Expr? Expression, EquatableArray<FormulaError> Errors);
