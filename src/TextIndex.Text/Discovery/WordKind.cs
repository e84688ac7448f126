// SPDX-License-Identifier: MIT
namespace TextIndex.Discovery;

/// <summary>What a word of a collection is good for.</summary>
internal enum WordKind : byte
{
    /// <summary>May be part of a new word.</summary>
    Word,

    /// <summary>Holds a digit: a number, a date, a version.</summary>
    Number,

    /// <summary>Holds neither letter nor digit; new words end here.</summary>
    Mark,
}
