// SPDX-License-Identifier: MIT
namespace TextIndex.Extraction.Outlines;

/// <summary>How a heading stands on its line.</summary>
public enum HeadingForm
{
    /// <summary>Alone on its line.</summary>
    Line,

    /// <summary>Followed by its body on the same line.</summary>
    RunIn,
}
