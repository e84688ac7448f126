// SPDX-License-Identifier: MIT
namespace TextIndex.Cli.Terminal;

/// <summary>How a piece of text is shown.</summary>
internal enum Ink
{
    Plain,

    /// <summary>What was looked for.</summary>
    Match,

    /// <summary>What a person looks at first: titles, headings.</summary>
    Strong,

    /// <summary>Paths and names of files.</summary>
    Place,

    /// <summary>What may be passed over: scores, counts, rules.</summary>
    Faint,
}
