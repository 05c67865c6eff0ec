using Microsoft.CodeAnalysis;

namespace System;

/// <summary>A place in a sequence, from its start or, as in <c>^1</c>, from its end. The compiler looks for it by name, and .NET Standard 2.0 has it not.</summary>
/// <param name="value">The distance, 0 or more.</param>
/// <param name="fromEnd">Whether it counts from the end.</param>
[Embedded]
internal readonly struct Index(int value, bool fromEnd = false)
{
    /// <summary>The distance.</summary>
    public int Value { get; } = value;

    /// <summary>Whether it counts from the end.</summary>
    public bool IsFromEnd { get; } = fromEnd;

    /// <summary>The place from the start.</summary>
    /// <param name="length">The sequence's.</param>
    public int GetOffset(int length) => IsFromEnd ? length - Value : Value;

    /// <summary>From the start.</summary>
    public static implicit operator Index(int value) => new(value);
}

/// <summary>A part of a sequence, as <c>1..^1</c>. The compiler looks for it by name, and .NET Standard 2.0 has it not.</summary>
/// <param name="start">Where it begins.</param>
/// <param name="end">What follows it.</param>
[Embedded]
internal readonly struct Range(Index start, Index end)
{
    /// <summary>Where it begins.</summary>
    public Index Start { get; } = start;

    /// <summary>What follows it.</summary>
    public Index End { get; } = end;

    /// <summary>From a place to the end.</summary>
    public static Range StartAt(Index start) => new(start, new(0, fromEnd: true));

    /// <summary>From the start to a place.</summary>
    public static Range EndAt(Index end) => new(new(0), end);

    /// <summary>All of it.</summary>
    public static Range All => new(new(0), new(0, fromEnd: true));
}
