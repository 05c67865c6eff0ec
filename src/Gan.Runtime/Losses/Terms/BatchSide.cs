using System.ComponentModel;

namespace Gan.Runtime;

/// <summary>Specifies the batch of logits that a statistic is taken of. Generated code uses it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum BatchSide
{
    /// <summary>The real logits D(x).</summary>
    Real,

    /// <summary>The fake logits D(G(z)).</summary>
    Fake,
}
